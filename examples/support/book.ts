import {
  closedWindow,
  findMarket,
  findRateCard,
  createMoney,
  moneyToDecimal,
  sumMoney,
  type CountedIn,
  type Money,
  type OpenWindows,
  type Quote,
  type RateColumn,
  type WindowState,
} from 'wabakit/pricing';
import type { StatusEvent } from 'wabakit/webhooks';
import { table } from './table.ts';

/** A message that was sent, and what the calculator said of it. */
export interface Entry {
  readonly wamid: string;
  readonly what: string;
  readonly to: string;
  readonly window: OpenWindows;
  readonly quote: Quote<'USD'>;
}

/** The shop's notes: who may be written to, what was sent, what it should cost and what Meta reported. */
export interface Book {
  add(entry: Entry): void;
  /** Takes a status webhook. */
  reported(event: StatusEvent): void;
  windowOf(customer: string): WindowState;
  setWindow(customer: string, window: WindowState): void;
  /** How many messages of this month count towards a volume tier of a market, or as free service messages. */
  count(what: CountedIn, market?: string): number;
  table(): string;
  /** The calculator's total beside the sum of what the status webhooks reported, and whether they are equal. */
  verdict(): { readonly line: string; readonly equal: boolean };
}

/** What a status webhook says a message costs: the rate of its category on the card of that day, or nothing where its type is a free one. */
function reportedAmount(event: StatusEvent): Money<'USD'> {
  const nothing = createMoney('USD', 0);
  if (event.pricing?.type !== 'regular') return nothing;
  const at = { at: event.at, currency: 'USD' as const };
  const market = findMarket({ to: `+${event.waId ?? ''}`, at: event.at })?.market ?? '';
  const column = (event.pricing.category ?? '').replace('-', '_') as RateColumn;
  const cell = findRateCard(at)?.markets.get(market)?.[column];
  return typeof cell === 'object' ? createMoney('USD', cell.rate) : nothing;
}

const show = (amount: Money): string => `${moneyToDecimal(amount)} ${amount.currency}`;

export function createBook(): Book {
  const entries: Entry[] = [];
  const windows = new Map<string, WindowState>();
  const statuses = new Map<string, string[]>();
  const charged = new Map<string, Money<'USD'>>();
  return {
    add: (entry) => void entries.push(entry),
    reported(event) {
      statuses.set(event.wamid, [...(statuses.get(event.wamid) ?? []), event.status]);
      // Meta puts the price on more than one status of a message: it counts once.
      if (event.pricing && !charged.has(event.wamid)) charged.set(event.wamid, reportedAmount(event));
    },
    windowOf: (customer) => windows.get(customer) ?? closedWindow,
    setWindow: (customer, window) => void windows.set(customer, window),
    count: (what, market) =>
      entries.filter(
        ({ quote }) =>
          quote.outcome === 'priced' &&
          quote.countedIn === what &&
          (what === 'free_service' || quote.market === market),
      ).length,
    table: () =>
      table(
        entries.map(({ wamid, what, to, window, quote }) => ({
          message: what,
          customer: to,
          market: quote.market ?? 'unknown',
          category: quote.category,
          window: window.replace('_', ' '),
          'price USD': quote.outcome === 'priced' ? moneyToDecimal(quote.amount) : quote.outcome,
          'pricing type': quote.outcome === 'priced' ? quote.pricingType : '',
          'status webhooks': (statuses.get(wamid) ?? []).join(' → '),
          why: quote.reasons.at(-1) ?? '',
        })),
        { right: ['price USD'], below: 'why' },
      ),
    verdict() {
      const amounts = entries.flatMap(({ quote }) => (quote.outcome === 'priced' ? [quote.amount] : []));
      const calculated = sumMoney('USD', amounts);
      const reported = sumMoney('USD', charged.values());
      const equal = calculated.scaledAmount === reported.scaledAmount && charged.size === entries.length;
      const verdict = equal ? 'equal to the last ten-thousandth' : 'NOT EQUAL';
      return {
        equal,
        line: `calculator ${show(calculated)} · status webhooks ${show(reported)} (${charged.size} of ${entries.length} messages) · ${verdict}`,
      };
    },
  };
}
