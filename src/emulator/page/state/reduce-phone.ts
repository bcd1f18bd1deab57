import type {
  Bubble,
  UserView,
  JournalEntryView,
  PhoneEvent,
  PhoneState,
  TemplateView,
} from '../protocol/protocol.ts';

/** A page that stays open through a campaign must not grow: the oldest go first. */
export const kept = { users: 400, bubbles: 300, journal: 500 } as const;

function put<T>(items: readonly T[], item: T, same: (other: T) => boolean, limit = Infinity): readonly T[] {
  const index = items.findLastIndex(same);
  if (index >= 0) return items.with(index, item);
  return items.length < limit ? [...items, item] : [...items.slice(items.length - limit + 1), item];
}

const putBubble = (bubbles: readonly Bubble[], bubble: Bubble): readonly Bubble[] =>
  put(bubbles, bubble, ({ wamid }) => wamid === bubble.wamid, kept.bubbles);

const putEntry = (
  journal: readonly JournalEntryView[],
  entry: JournalEntryView,
): readonly JournalEntryView[] => put(journal, entry, ({ number: id }) => id === entry.number, kept.journal);

const putTemplate = (templates: readonly TemplateView[], template: TemplateView): readonly TemplateView[] =>
  put(templates, template, ({ id }) => id === template.id);

const isSilent = ({ bubbles }: UserView): boolean => !bubbles.some(({ from }) => from === 'user');

/** Whoever only got a campaign's message makes room first; who wrote stays. */
function withRoom(users: readonly UserView[]): readonly UserView[] {
  if (users.length < kept.users) return users;
  return users.toSpliced(Math.max(0, users.findIndex(isSilent)), 1);
}

function putUser(users: readonly UserView[], facts: Omit<UserView, 'bubbles'>) {
  const index = users.findIndex(({ waId }) => waId === facts.waId);
  const known = users[index];
  return known === undefined
    ? [...withRoom(users), { ...facts, bubbles: [] }]
    : users.with(index, { ...facts, bubbles: known.bubbles });
}

/** What the emulator's state is after one of its events. Pure; an event about a phone that is not there changes nothing. */
export function reducePhone(state: PhoneState, event: PhoneEvent): PhoneState {
  switch (event.kind) {
    case 'state':
      return event.state;
    case 'business':
      return { ...state, business: event.business };
    case 'user':
      return { ...state, users: putUser(state.users, event.user) };
    case 'bubble': {
      const user = state.users.find(({ waId }) => waId === event.waId);
      if (user === undefined) return state;
      const after = { ...user, bubbles: putBubble(user.bubbles, event.bubble) };
      return { ...state, users: state.users.with(state.users.indexOf(user), after) };
    }
    case 'clock':
      return { ...state, clock: event.clock };
    case 'bill':
      return { ...state, bill: event.bill };
    case 'template':
      return { ...state, templates: putTemplate(state.templates, event.template) };
    case 'templateDeleted':
      return { ...state, templates: state.templates.filter(({ id }) => id !== event.id) };
    case 'faults':
      return { ...state, faults: event.faults };
    case 'journal':
      return { ...state, journal: putEntry(state.journal, event.entry) };
  }
}
