import { marketOfCountry, marketOfNumber } from './market.ts';
import type { MarketMatch } from './market.ts';
import type { MessageParams } from './message-params.ts';
import { quoteMessage } from './models/message.ts';
import type { Currency } from './money.ts';
import { badValue, show } from './pricing-error.ts';
import type { Quote } from './quote-result.ts';
import type { RateCard } from './rate-card.ts';

/** What {@link quoteFromCard} needs: a message and the card to price it with. */
export interface QuoteFromCardParams<C extends Currency = Currency> extends MessageParams {
  /** The rate card, built in or read by `parseRateCardCsv`. Its date decides which rules and which market map hold. */
  readonly card: RateCard<C>;
}

function matchMarket(params: QuoteFromCardParams): MarketMatch | undefined {
  const { to, country, market, card } = params;
  const date = card.effectiveFrom;
  if (to !== undefined) {
    const match = marketOfNumber(to, date);
    return card.prefixes === undefined ? match : movedByCard(match, to, card.prefixes);
  }
  if (country !== undefined) return marketOfCountry(country, date);
  if (market !== undefined) return { market, prefix: '', country: undefined, confidence: 'high' };
  throw badValue('to', 'give the recipient as `to` (a phone number), `country` (an ISO code) or `market`.');
}

function movedByCard(
  match: MarketMatch,
  to: string,
  prefixes: Readonly<Record<string, string>>,
): MarketMatch {
  const digits = to.replace(/\D/g, '');
  let best = match;
  for (const [prefix, market] of Object.entries(prefixes)) {
    if (digits.startsWith(prefix) && prefix.length >= best.prefix.length) best = { ...match, prefix, market };
  }
  return best;
}

/**
 * Prices one message with a given card: the lean way, which bundles no other card. The card's first day decides on the rules and the market map;
 * it is not checked against `at`.
 *
 * Throws a `PricingError` for values that cannot be priced with (no recipient, a number without a calling code, a negative count).
 * Source: Meta, "Pricing on the WhatsApp Business Platform".
 *
 * @example
 * const quote = quoteFromCard({ card: usd20261001, to: '+5511987654321', category: 'utility' });
 * // { outcome: 'priced', market: 'Brazil', amount: { currency: 'USD', units: 68 }, pricingType: 'regular', … }
 */
export function quoteFromCard<C extends Currency>(params: QuoteFromCardParams<C>): Quote<C> {
  const { card, category } = params;
  const match = matchMarket(params);
  if (match === undefined) {
    return {
      outcome: 'unknown',
      missing: 'market',
      market: undefined,
      category,
      countedIn: undefined,
      card: card.id,
      because: [
        `${show(params.country)} stands in no row of the market map: give an ISO 3166-1 code or a phone number`,
      ],
    };
  }
  return quoteMessage(card, match, params);
}
