/** The windows of one user, as state that you keep and ask. Run it: nothing is sent, and nothing is needed. */
import {
  canSendFreeForm,
  closedWindow,
  windowTimeLeft,
  applyWindowEvent,
  windowAt,
  type WindowState,
} from 'wabakit/pricing';

const hour = 3_600_000;
const noon = Date.UTC(2026, 9, 5, 12);

// #region customer-service
let state: WindowState = closedWindow;
state = applyWindowEvent(state, { kind: 'inbound', at: noon });

console.log(canSendFreeForm(state, noon + 23 * hour)); // true
console.log(windowTimeLeft(state, noon + 23 * hour) / 60_000); // 60: minutes
console.log(canSendFreeForm(state, noon + 24 * hour - 30_000, { margin: 60_000 })); // false: less than a minute is left
console.log(canSendFreeForm(state, noon + 24 * hour)); // false
// #endregion customer-service

// #region free-entry-point
let visitor: WindowState = closedWindow;
visitor = applyWindowEvent(visitor, { kind: 'inbound', at: noon, entry: 'ad' });
visitor = applyWindowEvent(visitor, { kind: 'outbound', at: noon + hour });

console.log(windowAt(visitor, noon + 2 * hour).open); // both
console.log(windowAt(visitor, noon + 30 * hour).open); // free_entry_point: templates are free, free-form messages cannot be sent
console.log(windowAt(visitor, noon + 80 * hour)); // closed, and freeEntryPointMayBeOpen: Meta says "up to 7 days"
// #endregion free-entry-point
