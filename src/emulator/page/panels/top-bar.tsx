import { amount } from '../format/amount.ts';
import type { PhoneState } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import type { PageState } from '../state/page-state.ts';
import { ClockControls } from './clock-controls.tsx';

const linkText = {
  connecting: 'connecting',
  live: 'live',
  lost: 'lost: is the emulator still running?',
} as const;

/** The business, the clock and the running bill. */
export function TopBar({ phone, link }: { readonly phone: PhoneState; readonly link: PageState['link'] }) {
  const { dispatch } = useActions();
  const { business, bill } = phone;
  return (
    <header class="top-bar">
      <div class="brand">
        <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" />
          <path d="M7 10l4.5 13L16 12l4.5 11L25 10" />
        </svg>
        <div>
          <h1>{business.name}</h1>
          <p>
            <span class="number">{business.displayPhoneNumber}</span>{' '}
            <span class="link-state" data-link={link} role="status">
              {linkText[link]}
            </span>
          </p>
        </div>
      </div>
      <ClockControls speed={phone.clock.speed} />
      <button type="button" class="total" onClick={() => dispatch({ kind: 'showPanel', panel: 'bill' })}>
        <small>Bill</small>
        <b>{bill.lines.length === 0 ? 'nothing yet' : amount(bill.total)}</b>
      </button>
    </header>
  );
}
