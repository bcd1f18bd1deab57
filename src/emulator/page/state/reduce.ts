import type { UserView, PhoneEvent } from '../protocol/protocol.ts';
import type { PageEvent, PageState } from './page-state.ts';
import { reducePhone } from './reduce-phone.ts';

/** How many phones open automatically; the user opens more. */
export const freePlaces = 2;

const lastAt = ({ bubbles }: UserView): number => bubbles.at(-1)?.at ?? 0;

const getIds = (users: readonly UserView[] | undefined): readonly string[] =>
  (users ?? []).map(({ waId }) => waId);

/** The open phones that are still there, and in the free places the busiest of those that are new. A phone that was put away stays away. */
function places(page: PageState, users: readonly UserView[]): readonly string[] {
  const { open = [] } = page;
  const stay = open.filter((waId) => users.some((user) => user.waId === waId));
  // A desk that a reload kept has seen everyone, unless it is the desk of another emulator.
  const isKept = page.phone === undefined && page.open !== undefined && stay.length === open.length;
  const known = isKept ? getIds(users) : getIds(page.phone?.users);
  const others = users
    .filter(({ waId }) => !stay.includes(waId) && !known.includes(waId))
    .toSorted((one, other) => lastAt(other) - lastAt(one))
    .map(({ waId }) => waId);
  return [...stay, ...others.slice(0, Math.max(0, freePlaces - stay.length))];
}

function withPhone(page: PageState, event: PhoneEvent, now: number): PageState {
  if (event.kind !== 'state' && page.phone === undefined) return page;
  const phone = event.kind === 'state' ? event.state : page.phone && reducePhone(page.phone, event);
  if (phone === undefined) return page;
  const clockReadAt = event.kind === 'state' || event.kind === 'clock' ? now : page.clockReadAt;
  const appeared =
    event.kind === 'state' || (event.kind === 'user' && phone.users.length > (page.phone?.users.length ?? 0));
  const open = appeared ? places(page, phone.users) : page.open;
  const focused = page.focused !== undefined && open?.includes(page.focused) ? page.focused : open?.[0];
  return { ...page, phone, clockReadAt, open, focused };
}

/** What the page is after an event of the emulator or of the person. Pure: `now` is the browser's clock. */
export function reduce(page: PageState, event: PhoneEvent | PageEvent, now: number): PageState {
  switch (event.kind) {
    case 'link':
      return { ...page, link: event.link };
    case 'openPhone':
      return {
        ...page,
        open: page.open?.includes(event.waId) ? page.open : [...(page.open ?? []), event.waId],
        focused: event.waId,
        half: 'phones',
      };
    case 'closePhone': {
      const open = (page.open ?? []).filter((waId) => waId !== event.waId);
      return { ...page, open, focused: page.focused === event.waId ? open[0] : page.focused };
    }
    case 'showPanel':
      return { ...page, panel: event.panel, half: 'panel' };
    case 'showPhones':
      return { ...page, half: 'phones' };
    case 'search':
      return { ...page, search: event.text };
    case 'findPeople':
      return { ...page, people: event.text };
    case 'select':
      return { ...page, selected: page.selected === event.entry ? undefined : event.entry };
    case 'notice':
      return { ...page, notice: event.notice };
    default:
      return withPhone(page, event, now);
  }
}
