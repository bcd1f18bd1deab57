import { toEpoch } from '../values/calendar.ts';
import { isBillingConversationOpen } from '../windows/billing-conversations.ts';
import type { MarketMatch } from '../markets/market.ts';
import type { MessageParams } from './message-params.ts';
import type { Currency } from '../values/money.ts';
import type { Quote } from './quote-result.ts';
import type { RateCard } from '../cards/rate-card.ts';
import {
  chargedAnswer,
  closedReason,
  freeAnswer,
  notSendableAnswer,
  startAnswer,
  unknownAnswer,
} from './answer.ts';
import type { Context } from './answer.ts';

// The card of that time named countries, not markets; three are known.
const countryNames: Readonly<Record<string, string>> = { AT: 'Austria', ID: 'Indonesia', RU: 'Russia' };

const day = 86_400_000;
// Meta, "Conversation-Based Pricing Test in Mexico": from 2021-02-01 any delivered message, an answer too, opened a conversation of 24 hours; some a month were free.
// How many, and whether USD 0.0140 (Twilio's help, one source) held to the end, is not known. Taken in UTC. Confidence: medium.
const mexicanTestFrom = Date.UTC(2021, 1, 1);

function quoteMexicanTest<C extends Currency>(context: Context<C>, at: number): Quote<C> {
  const { billingConversations: open = {} } = context.params;
  const kinds = ['business_initiated', 'user_initiated'] as const;
  if (kinds.some((kind) => isBillingConversationOpen(open, kind, at))) {
    context.reasons.push("inside the open conversation of Meta's test in Mexico, which paid for it");
    return { ...freeAnswer(context, 'regular'), confidence: 'medium' };
  }
  const category = context.open === 'closed' ? 'business_initiated' : 'user_initiated';
  const reason =
    "Meta's test in Mexico: a conversation of 24 hours, 0.0140 USD after a number of free ones a month that is not known to wabakit";
  return unknownAnswer(context, 'rate', reason, undefined, { category, until: at + day });
}

/**
 * Prices a message under notification pricing (to 2022-01-31): a template delivered outside the customer service window is charged by the
 * recipient's country; everything inside it is free. From 2021-02-01 Meta tested conversations in Mexico. The volume tiers of that time are not known. Confidence: low.
 */
export function quoteNotification<C extends Currency>(
  card: RateCard<C>,
  match: MarketMatch,
  params: MessageParams,
): Quote<C> {
  const market = countryNames[match.country ?? ''] ?? match.market;
  const context = startAnswer(card, { ...match, market }, params, params.category);
  const inWindow = context.open === 'customer_service' || context.open === 'both';
  if (params.category === 'service' && !inWindow) return notSendableAnswer(context, 131047, closedReason);
  const at = params.at === undefined ? undefined : toEpoch(params.at);
  if (market === 'Mexico' && at !== undefined && at >= mexicanTestFrom) return quoteMexicanTest(context, at);
  if (inWindow) {
    context.reasons.push('everything was free in the 24 hours after a user message');
    return { ...freeAnswer(context, 'free_customer_service'), confidence: 'low' };
  }
  return chargedAnswer(context, 'notification');
}
