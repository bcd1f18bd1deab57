import { localDate } from '../values/calendar.ts';
import { cardFor, onDate } from './dated-card.ts';
import type { MessageParams } from './message-params.ts';
import type { Currency } from '../values/money.ts';
import { priceMessage } from './price-message.ts';
import type { Quote } from './quote-result.ts';
import type { RateCard } from '../cards/rate-card.ts';

/** Parameters of {@link quote}: a message, its time of delivery, and the currency of the WABA. */
export interface QuoteParams<C extends Currency = Currency> extends MessageParams {
  /** When the message is delivered, as a `Date` or epoch milliseconds. */
  readonly at: Date | number;
  /** The currency of the WABA. */
  readonly currency: C;
  /** The WABA's IANA time zone: cards, months and counts begin at 12am there. Default `UTC`. */
  readonly timeZone?: string | undefined;
  /** Your own cards, read by `parseRateCardCsv`. Of two cards in force the later one is used, and yours if a built-in one begins on the same day. Default: none. */
  readonly cards?: readonly RateCard[] | undefined;
}

/**
 * Returns what one message costs by the rules and the rate card of its day, and the reasons. The outcome is `unknown`, never zero, if a rate is
 * not known, and `not_sendable` if Meta would refuse the message.
 *
 * It bundles all built-in cards; `quoteFromCard` takes one card. Throws `PricingError` if a value is not valid, such as a number without a
 * calling code or a negative count. Source: Meta, "Pricing on the WhatsApp Business Platform".
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
  return onDate(priceMessage(card, params), card, date, params);
}
