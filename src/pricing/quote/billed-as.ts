import { toEpoch } from '../values/calendar.ts';
import { badValue } from '../values/pricing-error.ts';
import type { MarketMatch } from '../markets/market.ts';
import type { MessageParams } from './message-params.ts';
import type { MessageCategory } from './quote-result.ts';
import type { RateCard } from '../cards/rate-card.ts';

/**
 * What a message is billed as: `authentication` becomes authentication-international when the business is eligible, sits in another country, the
 * start time has come, and Meta lists such a rate for the market.
 *
 * Throws `PricingError` if the start time is not a valid time.
 *
 * Source: Meta, "Authentication-international rates".
 */
export function billedAs(card: RateCard, match: MarketMatch, params: MessageParams): MessageCategory {
  const { category, authenticationInternational: terms, at = Infinity } = params;
  if (category !== 'authentication' || terms === undefined) return category;
  const cell = card.markets.get(match.market)?.authentication_international;
  if (cell === undefined || cell === 'not_applicable') return category;
  if (match.country !== undefined && match.country === terms.basedIn?.toUpperCase()) return category;
  const exception = terms.exceptions?.find((entry) => entry.country.toUpperCase() === match.country);
  const start = toEpoch(exception?.startTime ?? terms.startTime);
  if (Number.isNaN(start)) throw badValue('authenticationInternational.startTime', 'is not a valid time.');
  return toEpoch(at) >= start ? 'authentication_international' : category;
}
