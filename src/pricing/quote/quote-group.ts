import { addMoney, createMoney } from '../values/money.ts';
import type { Currency, Money } from '../values/money.ts';
import { quote } from './quote.ts';
import type { QuoteParams } from './quote.ts';
import type { Quote } from './quote-result.ts';

/** Parameters of {@link quoteGroup}. `volumeThisMonth` applies to every market alike: leave it out unless a tier's bound is near. */
export interface QuoteGroupParams<C extends Currency = Currency> extends Omit<
  QuoteParams<C>,
  'to' | 'country' | 'market' | 'group' | 'maxPrice'
> {
  /** The phone numbers of the members that the message reaches. */
  readonly recipients: readonly string[];
}

/** What a group message costs. */
export interface GroupQuote<C extends Currency = Currency> {
  /** The sum for the members whose price is known. */
  readonly amount: Money<C>;
  /** Whether every member has a known price. */
  readonly complete: boolean;
  /** One quote per member, in the order of `recipients`. */
  readonly quotes: readonly Quote<C>[];
}

/**
 * Returns what a group message costs: one charge per member that it reaches, at that member's market. Each of them uses up one of the month's
 * free service messages and one place in the volume tier of their market.
 *
 * Throws `PricingError` if a number or a count is not valid. Source: Meta, "Groups API pricing".
 *
 * @example
 * quoteGroup({ recipients: ['+5511987654321', '+491701234567'], category: 'utility', at, currency: 'USD' }).amount;
 * // { currency: 'USD', scaledAmount: 618, scale: 4 }: 0.0068 for Brazil and 0.0550 for Germany
 */
export function quoteGroup<C extends Currency>(params: QuoteGroupParams<C>): GroupQuote<C> {
  const { recipients, ...message } = params;
  const counts = new Map<string, number>();
  let freeServiceMessagesUsed = params.freeServiceMessagesUsed ?? 0;
  let amount = createMoney(params.currency, 0);
  const quotes = recipients.map((to) => {
    const ask = (volume: number): Quote<C> =>
      quote({
        ...message,
        to,
        group: true,
        volumeThisMonth: volume,
        freeServiceMessagesUsed,
      });
    const volume = params.volumeThisMonth ?? 0;
    const first = ask(volume);
    const key = first.market ?? '';
    const before = counts.get(key) ?? 0;
    const quoted = before === 0 ? first : ask(volume + before);
    if (quoted.outcome === 'not_sendable') return quoted;
    if (quoted.countedIn === 'volume_tier') counts.set(key, before + 1);
    if (quoted.countedIn === 'free_service') freeServiceMessagesUsed += 1;
    if (quoted.outcome === 'priced') amount = addMoney<C>(amount, quoted.amount);
    return quoted;
  });
  return {
    amount,
    complete: quotes.every((one) => one.outcome === 'priced' || one.outcome === 'not_sendable'),
    quotes,
  };
}
