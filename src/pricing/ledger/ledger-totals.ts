import type { LedgerEntry } from './ledger-entry.ts';
import { addMoney, createMoney } from '../values/money.ts';
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
  /** Why they cost this amount; `unknown` for those whose price is not known, `not_sendable` for those that Meta should have refused. */
  readonly type: PricingType | 'unknown' | 'not_sendable';
  /** The first message of their volume tier; `undefined` if there are no tiers. */
  readonly tierFrom: number | undefined;
  /** The number of messages. */
  readonly messages: number;
  /** Their cost, without the messages whose price is unknown. */
  readonly amount: Money<C>;
}

function getType(quote: Quote): LedgerTotal['type'] {
  return quote.outcome === 'priced' ? quote.pricingType : quote.outcome;
}

/** Totals of entries, one line per month, number, market, category, type and tier. */
export class TotalsTable<C extends Currency> {
  readonly #currency: C;
  readonly #lines = new Map<string, { -readonly [Key in keyof LedgerTotal<C>]: LedgerTotal<C>[Key] }>();

  constructor(currency: C) {
    this.#currency = currency;
  }

  /** Adds an entry to its line. */
  add({ month, phoneNumberId, quote }: LedgerEntry<C>): void {
    const { market, category } = quote;
    const type = getType(quote);
    const tierFrom = quote.outcome === 'priced' ? quote.tier?.from : undefined;
    const key = `${month}|${phoneNumberId}|${market ?? ''}|${category}|${type}|${tierFrom ?? ''}`;
    let line = this.#lines.get(key);
    if (line === undefined) {
      const amount = createMoney(this.#currency, 0);
      line = { month, phoneNumberId, market, category, type, tierFrom, messages: 0, amount };
      this.#lines.set(key, line);
    }
    line.messages += 1;
    if (quote.outcome === 'priced') line.amount = addMoney<C>(line.amount, quote.amount);
  }

  /** Restores a line that {@link lines} returned. */
  load(line: LedgerTotal<C>): void {
    const { month, phoneNumberId, market, category, type, tierFrom } = line;
    this.#lines.set(`${month}|${phoneNumberId}|${market ?? ''}|${category}|${type}|${tierFrom ?? ''}`, {
      ...line,
    });
  }

  /** Every line, in the order in which it began. */
  lines(): LedgerTotal<C>[] {
    return Array.from(this.#lines.values(), (line) => ({ ...line }));
  }
}
