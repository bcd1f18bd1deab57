import type { LedgerEntry } from './ledger-entry.ts';
import { addMoney, createMoney, subtractMoney } from '../values/money.ts';
import type { Currency, Money } from '../values/money.ts';
import type { MessageCategory, PricingType, Quote } from '../quote/quote-result.ts';

/** What equal messages of one month cost together. */
export interface LedgerTotal<C extends Currency = Currency> {
  /** The month of the WABA's time zone: `2026-10`. */
  readonly month: string;
  /** The business phone number's id. */
  readonly phoneNumberId: string;
  /** Meta's market name; `undefined` if it is not known. */
  readonly market: string | undefined;
  /** What they were billed as. */
  readonly category: MessageCategory;
  /** Why they cost this amount; `unknown` for those whose price is not known, `not_sendable` for those that Meta should have refused; `at_most` for max-price messages whose cost no status has said. */
  readonly type: PricingType | 'at_most' | 'unknown' | 'not_sendable';
  /** The first message of their volume tier; `undefined` if there are no tiers. */
  readonly tierFrom: number | undefined;
  /** The number of messages. */
  readonly messages: number;
  /** Their cost, without the messages whose price is unknown; of a line of type `at_most` the most that they can cost. */
  readonly amount: Money<C>;
}

type Line<C extends Currency> = { -readonly [Key in keyof LedgerTotal<C>]: LedgerTotal<C>[Key] };

function getType(quote: Quote): LedgerTotal['type'] {
  return quote.outcome === 'priced' ? quote.pricingType : quote.outcome;
}

function getAmount<C extends Currency>(quote: Quote<C>): Money<C> | undefined {
  if (quote.outcome === 'at_most') return quote.limit;
  return quote.outcome === 'priced' ? quote.amount : undefined;
}

const getKey = ({
  month,
  phoneNumberId,
  market,
  category,
  type,
  tierFrom,
}: Omit<LedgerTotal, 'messages' | 'amount'>) =>
  `${month}|${phoneNumberId}|${market ?? ''}|${category}|${type}|${tierFrom ?? ''}`;

/** Totals of entries, one line per month, number, market, category, type and tier. */
export class TotalsTable<C extends Currency> {
  readonly #currency: C;
  readonly #lines = new Map<string, Line<C>>();

  constructor(currency: C) {
    this.#currency = currency;
  }

  /** Adds an entry to its line. */
  add(entry: LedgerEntry<C>): void {
    const line = this.#line(entry);
    const amount = getAmount(entry.quote);
    line.messages += 1;
    if (amount !== undefined) line.amount = addMoney<C>(line.amount, amount);
  }

  /** Takes an entry out of its line again. */
  remove(entry: LedgerEntry<C>): void {
    const line = this.#line(entry);
    const amount = getAmount(entry.quote);
    line.messages -= 1;
    if (amount !== undefined) line.amount = subtractMoney<C>(line.amount, amount);
    if (line.messages === 0) this.#lines.delete(getKey(line));
  }

  /** Restores a line that {@link lines} returned. */
  load(line: LedgerTotal<C>): void {
    this.#lines.set(getKey(line), { ...line });
  }

  /** Every line, in the order in which it began. */
  lines(): LedgerTotal<C>[] {
    return Array.from(this.#lines.values(), (line) => ({ ...line }));
  }

  #line({ month, phoneNumberId, quote }: LedgerEntry<C>): Line<C> {
    const { market, category } = quote;
    const tierFrom = quote.outcome === 'priced' ? quote.tier?.from : undefined;
    const place = { month, phoneNumberId, market, category, type: getType(quote), tierFrom };
    const key = getKey(place);
    let line = this.#lines.get(key);
    if (line === undefined) {
      line = { ...place, messages: 0, amount: createMoney(this.#currency, 0) };
      this.#lines.set(key, line);
    }
    return line;
  }
}
