import type { MessageCategory } from 'wabakit/pricing';
import { csvRows, getUnits } from './reference-csv.ts';

/** What happened, as both implementations are told. */
export type Happening =
  | { what: 'inbound'; number: string; user: string; at: number; entry: boolean }
  | { what: 'call'; number: string; user: string; at: number }
  | {
      what: 'delivered';
      number: string;
      user: string;
      at: number;
      sentAt: number;
      category: MessageCategory;
    };

/** What a delivered message costs, in as few words as can be compared. */
export interface SlowPrice {
  readonly month: string;
  readonly market: string;
  readonly category: string;
  readonly type: string;
  readonly scaledAmount: number;
  readonly tierFrom: number | undefined;
}

interface Priced extends SlowPrice {
  readonly number: string;
  readonly counts: 'tier' | 'service' | 'nothing';
}

const hour = 3_600_000;
const dates = ['2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'];
const tierDates = ['2026-04-01', '2026-07-01', '2026-10-01'];
const marketDates = ['2025-07-01', '2025-10-01', '2026-07-01', '2026-10-01'];
const byDate = <T>(all: readonly string[], read: (date: string) => T): Map<string, T> =>
  new Map(all.map((date) => [date, read(date)]));
const cards = byDate(dates, (date) => csvRows(`rate-cards/${date}-USD.csv`));
const tiers = byDate(tierDates, (date) => csvRows(`volume-tiers/${date}-USD.csv`));
const markets = byDate(marketDates, (date) => csvRows(`markets/${date}.csv`));
const latest = (all: readonly string[], date: string): string => all.findLast((one) => one <= date) ?? '';
const formats = new Map<string, Intl.DateTimeFormat>();

function dateIn(timeZone: string, at: number): string {
  let format = formats.get(timeZone);
  if (format === undefined)
    formats.set(timeZone, (format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })));
  return format.format(at);
}

/**
 * Prices by scanning: every window is looked up in the whole history, every count is counted anew, every rate is read from the CSV files. Slow, and
 * written to be read beside the rules; it shares no code with the package.
 */
export class SlowBooks {
  readonly timeZone: string;
  readonly volumes: Readonly<Record<string, number>>;
  readonly freeUsed: Readonly<Record<string, number>>;
  readonly history: Happening[] = [];
  readonly priced: Priced[] = [];

  constructor(
    timeZone: string,
    volumes: Readonly<Record<string, number>>,
    freeUsed: Readonly<Record<string, number>>,
  ) {
    this.timeZone = timeZone;
    this.volumes = volumes;
    this.freeUsed = freeUsed;
  }

  /** Takes a happening in; gives the price when it delivered a message. */
  take(one: Happening): SlowPrice | undefined {
    this.history.push(one);
    if (one.what !== 'delivered') return undefined;
    const price = this.price(one);
    this.priced.push(price);
    const { month, market, category, type, scaledAmount, tierFrom } = price;
    return { month, market, category, type, scaledAmount, tierFrom };
  }

  /** Whether a user message or call lies less than 24 hours before an instant. */
  private customerServiceOpen(number: string, user: string, at: number): boolean {
    return this.history.some(
      (one) =>
        one.number === number &&
        one.user === user &&
        one.what !== 'delivered' &&
        one.at <= at &&
        at < one.at + 24 * hour,
    );
  }

  /** Whether an answer to an entry, given within 24 hours of it, lies less than 72 hours before an instant. */
  private freeEntryPointOpen(number: string, user: string, at: number): boolean {
    const own = this.history.filter((one) => one.number === number && one.user === user);
    let waiting: number | undefined;
    for (const one of own) {
      if (one.what === 'inbound' && one.entry) waiting = one.at;
      if (one.what !== 'delivered' || waiting === undefined) continue;
      if (one.at < waiting + 24 * hour && one.at <= at && at < one.at + 72 * hour) return true;
      waiting = undefined;
    }
    return false;
  }

  private price(one: Happening & { what: 'delivered' }): Priced {
    const date = dateIn(this.timeZone, one.at);
    const month = date.slice(0, 7);
    const prefixes = markets.get(latest(marketDates, date)) ?? [];
    const matching = prefixes.filter((row) => one.user.startsWith(row['prefix'] ?? 'none'));
    const longest = Math.max(...matching.map((row) => row['prefix']?.length ?? 0));
    const market = matching.find((row) => row['prefix']?.length === longest)?.['market'] ?? 'Other';
    const answer = {
      month,
      market,
      category: one.category,
      number: one.number,
      tierFrom: undefined,
      scaledAmount: 0,
    };
    if (one.category === 'marketing' && one.user.startsWith('1212')) {
      return { ...answer, type: 'not_sendable', counts: 'nothing' };
    }
    let service = this.customerServiceOpen(one.number, one.user, one.at);
    let free = this.freeEntryPointOpen(one.number, one.user, one.at);
    if (one.category === 'service' && !service) {
      service = this.customerServiceOpen(one.number, one.user, one.sentAt);
      free = this.freeEntryPointOpen(one.number, one.user, one.sentAt);
      if (!service) return { ...answer, type: 'not_sendable', counts: 'nothing' };
    }
    if (free) return { ...answer, type: 'free_entry_point', counts: 'nothing' };
    if (date < '2026-10-01' && service && (one.category === 'utility' || one.category === 'service')) {
      return { ...answer, type: 'free_customer_service', counts: 'nothing' };
    }
    if (one.category === 'service') {
      const counted = this.priced.filter(
        (entry) => entry.month === month && entry.number === one.number && entry.counts === 'service',
      );
      const used = (this.freeUsed[`${month} ${one.number}`] ?? 0) + counted.length;
      if (used < 1000) return { ...answer, type: 'free_customer_service', counts: 'service' };
      return { ...answer, ...this.listed(date, market, 'service'), counts: 'nothing' };
    }
    if (one.category === 'marketing')
      return { ...answer, ...this.listed(date, market, 'marketing'), counts: 'nothing' };
    return { ...answer, ...this.tiered(date, market, one.category), counts: 'tier' };
  }

  private listed(date: string, market: string, column: string): Pick<SlowPrice, 'type' | 'scaledAmount'> {
    const row = cards.get(latest(dates, date))?.find((line) => line['market'] === market);
    const text = row?.[column] ?? '';
    return text === ''
      ? { type: 'unknown', scaledAmount: 0 }
      : { type: 'regular', scaledAmount: getUnits(text) };
  }

  private tiered(
    date: string,
    market: string,
    category: string,
  ): Pick<SlowPrice, 'type' | 'scaledAmount' | 'tierFrom'> {
    const month = date.slice(0, 7);
    const counted = this.priced.filter(
      (entry) =>
        entry.month === month &&
        entry.market === market &&
        entry.category === category &&
        entry.counts === 'tier',
    );
    const position = (this.volumes[`${month} ${market} ${category}`] ?? 0) + counted.length + 1;
    const file = tiers.get(latest(dates, date));
    if (file === undefined) throw new Error(`histories stay within the dates of the tier files, not ${date}`);
    const tier = file.find(
      (row) =>
        row['market'] === market &&
        row['category'] === category &&
        Number(row['tier_from']) <= position &&
        (row['tier_to'] === '' || position <= Number(row['tier_to'])),
    );
    return {
      type: 'regular',
      scaledAmount: getUnits(tier?.['rate'] ?? ''),
      tierFrom: Number(tier?.['tier_from']),
    };
  }
}
