import { localDate } from '../values/calendar.ts';
import { cardFor, withDoubt } from './dated-card.ts';
import type { MessageParams } from './message-params.ts';
import type { Currency } from '../values/money.ts';
import { priceMessage } from './price-message.ts';
import type { Quote } from './quote-result.ts';
import type { RateCard } from '../cards/rate-card.ts';

/** What {@link quote} needs: a message, when it is delivered, and in which currency the WABA is billed. */
export interface QuoteParams<C extends Currency = Currency> extends MessageParams {
  /** When the message is delivered, in epoch milliseconds. */
  readonly at: number;
  /** The currency of the WABA. */
  readonly currency: C;
  /** The WABA's IANA time zone: cards, months and counts turn at 12am there. Default `UTC`. */
  readonly timeZone?: string | undefined;
  /** Cards of your own, read by `parseRateCardCsv`: of two cards in force the later one counts, and yours before a built-in one of the same day. */
  readonly cards?: readonly RateCard[] | undefined;
}

/**
 * Tells what one message costs, by the rules and the rate card of its day, and why. A rate that is not known answers `unknown`, never zero; a message
 * that Meta would refuse answers `not_sendable`.
 *
 * All built-in cards come with it; `quoteFromCard` is the lean way with one card. Throws a `PricingError` for values that cannot be
 * priced with. Source: Meta, "Pricing on the WhatsApp Business Platform".
 *
 * @example
 * const at = Date.UTC(2026, 10, 2, 15);
 * const window = applyWindowEvent(closedWindow, { kind: 'inbound', at: at - 60_000 });
 * quote({ to: '+5511987654321', category: 'utility', at, timeZone: 'America/Sao_Paulo', currency: 'USD', window });
 * // {
 * //   outcome: 'priced', market: 'Brazil', amount: { currency: 'USD', scaledAmount: 68, scale: 4 }, pricingType: 'regular', card: '2026-10-01-USD',
 * //   reasons: ['prefix 55 belongs to the market Brazil', 'the customer service window is open', 'utility list rate of the card …'], …
 * // }
 */
export function quote<C extends Currency>(params: QuoteParams<C>): Quote<C> {
  const { at, currency, timeZone = 'UTC' } = params;
  const date = localDate(at, timeZone);
  const card = cardFor(currency, date, params.cards);
  return withDoubt(priceMessage(card, params), card, date);
}
