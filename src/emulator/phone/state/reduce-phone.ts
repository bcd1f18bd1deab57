import type {
  Bubble,
  CustomerView,
  JournalEntry,
  PhoneEvent,
  PhoneState,
  TemplateView,
} from '../protocol.ts';

/** A page that stays open for days must not grow: the oldest go first. */
export const kept = { bubbles: 300, journal: 500 } as const;

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

function putCustomer(customers: readonly CustomerView[], facts: Omit<CustomerView, 'bubbles'>) {
  const known = customers.find(({ waId }) => waId === facts.waId);
  return put<CustomerView>(
    customers,
    { ...facts, bubbles: known?.bubbles ?? [] },
    ({ waId }) => waId === facts.waId,
  );
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
