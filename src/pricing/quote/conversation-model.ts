import { toEpoch } from '../values/calendar.ts';
import { isBillingConversationOpen } from '../windows/billing-conversations.ts';
import type {
  BillingConversationCategory,
  OpenBillingConversations,
} from '../windows/billing-conversations.ts';
import type { MarketMatch } from '../markets/market.ts';
import type { MessageParams } from './message-params.ts';
import type { Currency } from '../values/money.ts';
import { badValue } from '../values/pricing-error.ts';
import type { Quote } from './quote-result.ts';
import type { RateCard, RateColumn } from '../cards/rate-card.ts';
import { windowAt } from '../windows/window.ts';
import {
  chargedAnswer,
  closedReason,
  countFrom,
  freeAnswer,
  grouped,
  notSendableAnswer,
  startAnswer,
  unknownAnswer,
} from './answer.ts';
import type { Context } from './answer.ts';
import { billedAs } from './billed-as.ts';

const day = 86_400_000;
const freeBillingConversations = 1000;
// Meta: all service conversations are free from 2024-11-01; taken in UTC where no card begins. Confidence: high.
const serviceFreeFrom = Date.UTC(2024, 10, 1);
// Meta withdrew the free conversations for business-initiated ones during 2023; the day is not known. Confidence: low.
const businessFreeDoubtFrom = Date.UTC(2023, 0, 1);

type Paid = Exclude<BillingConversationCategory, 'free_entry_point'>;

function included<C extends Currency>(context: Context<C>, category: Paid): Quote<C> {
  context.reasons.push(`inside the open ${category} conversation, which paid for it`);
  return freeAnswer(context, 'regular');
}

function opened<C extends Currency>(context: Context<C>, column: Paid & RateColumn, at: number): Quote<C> {
  const { params, reasons, card } = context;
  const opens = { category: column, until: at + day };
  reasons.push(`opens a ${column} conversation of 24 hours`);
  if (column === 'service' && at >= serviceFreeFrom) {
    reasons.push('service conversations are free since 2024-11-01');
    return freeAnswer(context, 'free_customer_service', undefined, opens);
  }
  if (column === 'service' || card.model === 'conversation_2022') {
    const used = countFrom(params, 'freeBillingConversationsUsed');
    if (used < freeBillingConversations) {
      reasons.push(`conversation ${grouped(used + 1)} of the 1,000 that each WABA had free a month`);
      const answer = freeAnswer(context, 'free_customer_service', 'free_conversation', opens);
      const doubtful = column === 'business_initiated' && at >= businessFreeDoubtFrom;
      return { ...answer, confidence: doubtful ? 'low' : 'medium' };
    }
    reasons.push('the 1,000 free conversations of this WABA are used up this month');
  }
  return chargedAnswer(context, column, undefined, opens);
}

function quote2022<C extends Currency>(
  context: Context<C>,
  conversations: OpenBillingConversations,
  at: number,
): Quote<C> {
  for (const category of ['business_initiated', 'user_initiated'] as const) {
    if (isBillingConversationOpen(conversations, category, at)) return included(context, category);
  }
  const answers = context.open === 'customer_service';
  return opened(context, answers ? 'user_initiated' : 'business_initiated', at);
}

function quote2023<C extends Currency>(
  context: Context<C>,
  category: 'marketing' | 'utility' | 'authentication' | 'authentication_international' | 'service',
  conversations: OpenBillingConversations,
  at: number,
): Quote<C> {
  const covering: readonly Paid[] =
    category === 'service'
      ? ['service', 'marketing', 'utility', 'authentication', 'authentication_international']
      : [category];
  for (const one of covering)
    if (isBillingConversationOpen(conversations, one, at)) return included(context, one);
  return opened(context, category, at);
}

/**
 * Prices a message under conversation-based pricing (2022-02-01 to 2025-06-30): the message that opens a billing conversation
 * pays, those inside it are free. The open ones are passed as `billingConversations`.
 *
 * Source: Meta, "Conversation-based pricing"; for 2022 one mirror of it.
 */
export function quoteConversation<C extends Currency>(
  card: RateCard<C>,
  match: MarketMatch,
  params: MessageParams,
): Quote<C> {
  const { billingConversations: conversations = {}, window } = params;
  if (params.at === undefined)
    throw badValue('at', 'conversation-based pricing needs the time of the message.');
  const at = toEpoch(params.at);
  const category = billedAs(card, match, params);
  const context = startAnswer(card, match, params, category);
  if (category === 'general_purpose_ai') {
    return unknownAnswer(context, 'category', 'there was no such category before 2026-01-15');
  }
  if (category === 'service' && (context.open === 'closed' || context.open === 'free_entry_point')) {
    return notSendableAnswer(context, 131047, closedReason);
  }
  if (context.open === 'free_entry_point' || context.open === 'both') {
    context.reasons.push('every message is free in a free entry point conversation');
    const until = typeof window === 'object' ? windowAt(window, at).freeEntryPointUntil : undefined;
    const opens = until === undefined ? undefined : { category: 'free_entry_point' as const, until };
    return freeAnswer(context, 'free_entry_point', undefined, opens);
  }
  if (card.model === 'conversation_2022') return quote2022(context, conversations, at);
  return quote2023(context, category === 'marketing_lite' ? 'marketing' : category, conversations, at);
}
