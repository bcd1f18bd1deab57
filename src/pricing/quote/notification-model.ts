import type { MarketMatch } from '../markets/market.ts';
import type { MessageParams } from './message-params.ts';
import type { Currency } from '../values/money.ts';
import type { Quote } from './quote-result.ts';
import type { RateCard } from '../cards/rate-card.ts';
import { chargedAnswer, closedReason, freeAnswer, notSendableAnswer, startAnswer } from './answer.ts';

// The card of that time named countries, not markets; three are known.
const countryNames: Readonly<Record<string, string>> = { AT: 'Austria', ID: 'Indonesia', RU: 'Russia' };

/**
 * Prices a message under notification pricing (to 2022-01-31): a template delivered outside the customer service window is charged by the
 * recipient's country; everything inside it is free. The volume tiers of that time are not known. Confidence: low.
 */
export function quoteNotification<C extends Currency>(
  card: RateCard<C>,
  match: MarketMatch,
  params: MessageParams,
): Quote<C> {
  const market = countryNames[match.country ?? ''] ?? match.market;
  const context = startAnswer(card, { ...match, market }, params, params.category);
  if (context.open === 'customer_service' || context.open === 'both') {
    context.reasons.push('everything was free in the 24 hours after a user message');
    return { ...freeAnswer(context, 'free_customer_service'), confidence: 'low' };
  }
  if (params.category === 'service') return notSendableAnswer(context, 131047, closedReason);
  return chargedAnswer(context, 'notification');
}
