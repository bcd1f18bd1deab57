import { withCutOff } from './cut-off.ts';
import type { MessageParams } from './message-params.ts';
import type { Currency } from '../values/money.ts';
import { priceMessage } from './price-message.ts';
import type { Quote } from './quote-result.ts';
import type { RateCard } from '../cards/rate-card.ts';

/** Parameters of {@link quoteFromCard}: a message and the card to price it with. */
export interface QuoteFromCardParams<C extends Currency = Currency> extends MessageParams {
  /** The rate card, built in or read by `parseRateCardCsv`. Its date decides which rules and which market map apply. */
  readonly card: RateCard<C>;
}

/**
 * Returns what one message costs with a given card; no other card is bundled. The first day of the card decides the rules, the market map
 * and whether `basedIn` demands another currency; it is not compared with `at`.
 *
 * Throws `PricingError` if a value is not valid: no recipient, a number without a calling code, a negative count.
 * Source: Meta, "Pricing on the WhatsApp Business Platform".
 *
 * @example
 * const quote = quoteFromCard({ card: usd20261001, to: '+5511987654321', category: 'utility' });
 * // { outcome: 'priced', market: 'Brazil', amount: { currency: 'USD', scaledAmount: 68, scale: 4 }, pricingType: 'regular', … }
 */
export function quoteFromCard<C extends Currency>(params: QuoteFromCardParams<C>): Quote<C> {
  const { card } = params;
  return withCutOff(priceMessage(card, params), card.currency, card.effectiveFrom, params);
}
