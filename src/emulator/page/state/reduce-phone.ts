import type {
  Bubble,
  CustomerView,
  JournalEntry,
  PhoneEvent,
  PhoneState,
  TemplateView,
} from '../protocol/protocol.ts';

/** A page that stays open through a campaign must not grow: the oldest go first. */
export const kept = { customers: 400, bubbles: 300, journal: 500 } as const;

function put<T>(items: readonly T[], item: T, same: (other: T) => boolean, limit = Infinity): readonly T[] {
  const index = items.findLastIndex(same);
  if (index >= 0) return items.with(index, item);
  return items.length < limit ? [...items, item] : [...items.slice(items.length - limit + 1), item];
}

const putBubble = (bubbles: readonly Bubble[], bubble: Bubble): readonly Bubble[] =>
  put(bubbles, bubble, ({ wamid }) => wamid === bubble.wamid, kept.bubbles);

const putEntry = (journal: readonly JournalEntry[], entry: JournalEntry): readonly JournalEntry[] =>
  put(journal, entry, ({ id }) => id === entry.id, kept.journal);

const putTemplate = (templates: readonly TemplateView[], template: TemplateView): readonly TemplateView[] =>
  put(templates, template, ({ id }) => id === template.id);

const isSilent = ({ bubbles }: CustomerView): boolean => !bubbles.some(({ from }) => from === 'customer');

/** Whoever only got a campaign's message makes room first; who wrote stays. */
function withRoom(customers: readonly CustomerView[]): readonly CustomerView[] {
  if (customers.length < kept.customers) return customers;
  return customers.toSpliced(Math.max(0, customers.findIndex(isSilent)), 1);
}

function putCustomer(customers: readonly CustomerView[], facts: Omit<CustomerView, 'bubbles'>) {
  const index = customers.findIndex(({ waId }) => waId === facts.waId);
  const known = customers[index];
  return known === undefined
    ? [...withRoom(customers), { ...facts, bubbles: [] }]
    : customers.with(index, { ...facts, bubbles: known.bubbles });
}

/** What the emulator's state is after one of its events. Pure; an event about a phone that is not there changes nothing. */
export function reducePhone(state: PhoneState, event: PhoneEvent): PhoneState {
  switch (event.kind) {
    case 'state':
      return event.state;
    case 'business':
      return { ...state, business: event.business };
    case 'customer':
      return { ...state, customers: putCustomer(state.customers, event.customer) };
    case 'bubble': {
      const customer = state.customers.find(({ waId }) => waId === event.waId);
      if (customer === undefined) return state;
      const after = { ...customer, bubbles: putBubble(customer.bubbles, event.bubble) };
      return { ...state, customers: state.customers.with(state.customers.indexOf(customer), after) };
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
