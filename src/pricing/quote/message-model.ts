import { toEpoch } from '../values/calendar.ts';
import { getCharge } from './billable.ts';
import { isBillingConversationOpen } from '../windows/billing-conversations.ts';
import type { MarketMatch } from '../markets/market.ts';
import type { MessageParams } from './message-params.ts';
import type { Currency } from '../values/money.ts';
import type { MessageCategory, Quote } from './quote-result.ts';
import type { RateCard } from '../cards/rate-card.ts';
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
import { quoteMarketing } from './max-price.ts';
import { billedAs } from './billed-as.ts';

// Meta, "Non-template messages pricing": "Each business phone number has one free tier of 1,000 delivered service messages per month."
/** How many service messages a phone number has free each month, from 2026-10-01. */
export const freeServiceMessages = 1000;

/** The reason given past the free service messages. */
export const allowanceUsedUp = 'the 1,000 free service messages of this phone number are used up this month';

// Meta's changelog: `paid_exempt` from 2026-10-12 to 2027-12-31. Confidence: medium. Taken in UTC.
const exemptFrom = Date.UTC(2026, 9, 12);
const exemptUntil = Date.UTC(2028, 0, 1);

function isExempt({ isExempt: exempt, at: time = exemptFrom }: MessageParams): boolean {
  const at = toEpoch(time);
  return exempt === true && at >= exemptFrom && at < exemptUntil;
}

function quoteService<C extends Currency>(context: Context<C>): Quote<C> {
  const { params, reasons } = context;
  if (params.reaction === true) {
    reasons.push('reactions are neither charged nor counted');
    return freeAnswer(context, 'free_customer_service');
  }
  const used = countFrom(params, 'freeServiceMessagesUsed');
  if (used < freeServiceMessages) {
    reasons.push(
      `service message ${grouped(used + 1)} of the 1,000 that each phone number has free a month since 2026-10-01`,
    );
    const type = params.group === true ? 'free_group_customer_service' : 'free_customer_service';
    return freeAnswer(context, type, 'free_service');
  }
  reasons.push(allowanceUsedUp);
  if (isExempt(params)) {
    reasons.push('the organisation is exempt from service charges (2026-10-12 to 2027-12-31)');
    return { ...freeAnswer(context, 'regular'), subtype: 'paid_exempt', confidence: 'medium' };
  }
  return chargedAnswer(context, 'service');
}

function quoteTemplate<C extends Currency>(
  context: Context<C>,
  category: Exclude<MessageCategory, 'service' | 'general_purpose_ai'>,
): Quote<C> {
  const { billingConversations: conversations, at } = context.params;
  if (category === 'marketing' || category === 'marketing_lite') return quoteMarketing(context);
  const straddles = category === 'utility' && conversations !== undefined && at !== undefined;
  if (straddles && isBillingConversationOpen(conversations, 'utility', toEpoch(at))) {
    context.reasons.push(
      'inside the utility conversation that was opened before 2025-07-01, which paid for it',
    );
    return { ...freeAnswer(context, 'regular'), model: 'conversation_2023' };
  }
  return chargedAnswer(context, category, 'volume_tier');
}

/** Prices a message under per-message pricing (2025-07-01 on). */
export function quoteMessage<C extends Currency>(
  card: RateCard<C>,
  match: MarketMatch,
  params: MessageParams,
): Quote<C> {
  const category = billedAs(card, match, params);
  const context = startAnswer(card, match, params, category);
  if (category === 'general_purpose_ai') {
    return unknownAnswer(context, 'category', 'the rates for AI providers are not known to wabakit');
  }
  if (category.startsWith('marketing') && match.country === 'US') {
    const reason = 'marketing templates to numbers with a US area code are not delivered since 2025-04-01';
    return notSendableAnswer(context, 131049, reason);
  }
  switch (getCharge(card.model, category, context.open)) {
    case 'not_sendable':
      return notSendableAnswer(context, 131047, closedReason);
    case 'free_entry_point':
      context.reasons.push('every message is free in a free entry point window');
      return freeAnswer(context, 'free_entry_point');
    case 'free_customer_service':
      context.reasons.push(`${category} messages are free in the customer service window until 2026-09-30`);
      return freeAnswer(context, 'free_customer_service');
    case 'charged':
      return category === 'service' ? quoteService(context) : quoteTemplate(context, category);
  }
}
