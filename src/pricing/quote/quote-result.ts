import type { Confidence } from '../values/confidence.ts';
import type { OpenedBillingConversation } from '../windows/billing-conversations.ts';
import type { Currency, Money } from '../values/money.ts';
import type { PricingModel, VolumeTier } from '../cards/rate-card.ts';

/** What a message is billed as. `marketing_lite` (Marketing Messages API) takes the marketing rate; `general_purpose_ai` has rates that are not published here. */
export type MessageCategory =
  | 'marketing'
  | 'marketing_lite'
  | 'utility'
  | 'authentication'
  | 'authentication_international'
  | 'service'
  | 'general_purpose_ai';

/** Why a message costs what it costs, as the status webhook's `pricing.type` says it. */
export type PricingType =
  'regular' | 'free_customer_service' | 'free_entry_point' | 'free_group_customer_service';

/** Which monthly count a priced message adds one to. */
export type CountedIn = 'volume_tier' | 'free_service' | 'free_conversation';

/** The message can be sent, and this is what it costs. */
export interface PricedQuote<C extends Currency = Currency> {
  readonly outcome: 'priced';
  /** What this message costs; zero when it is free. */
  readonly amount: Money<C>;
  /** The rate that was applied, in ten-thousandths of the currency unit; `undefined` when the message is free and no rate was needed. */
  readonly rate: number | undefined;
  /** The volume tier that the message falls into, for utility and authentication. */
  readonly tier: VolumeTier | undefined;
  /** The market of the recipient. */
  readonly market: string;
  /** What it is billed as: `authentication` becomes `authentication_international` where that holds. */
  readonly category: MessageCategory;
  /** As the status webhook will say it. */
  readonly pricingType: PricingType;
  /** `paid_exempt` for an exempt organisation past the free service messages. */
  readonly subtype: 'paid_exempt' | undefined;
  /** Whether Meta puts it on the bill. */
  readonly billable: boolean;
  /** Which monthly count it adds one to. */
  readonly countedIn: CountedIn | undefined;
  /** The conversation that the message opens, from 2022-02-01 to 2025-06-30: hand it to `openBillingConversation`. */
  readonly opens: OpenedBillingConversation | undefined;
  /** What Meta charged for at that time. */
  readonly model: PricingModel;
  /** The rate card: `2026-10-01-USD`; `undefined` when the message is free and no card was needed. */
  readonly card: string | undefined;
  /** How sure the amount is: as sure as its least sure part. */
  readonly confidence: Confidence;
  /** The reasons, in words, in the order in which they were weighed. */
  readonly reasons: readonly string[];
}

/** The message can be sent, but its price is not known. Never take it for zero. */
export interface UnknownQuote {
  readonly outcome: 'unknown';
  /** What is missing: the card, its cell, the tier's rate, the market, or any rule for the category. */
  readonly missing: 'card' | 'rate' | 'tier' | 'market' | 'category';
  /** The market of the recipient, where it is known. */
  readonly market: string | undefined;
  /** What it would be billed as. */
  readonly category: MessageCategory;
  /** Which monthly count it adds one to all the same. */
  readonly countedIn: CountedIn | undefined;
  /** The card that was looked at. */
  readonly card: string | undefined;
  /** The reasons, in words. */
  readonly reasons: readonly string[];
}

/** Meta would refuse the message, so it costs nothing. */
export interface NotSendableQuote {
  readonly outcome: 'not_sendable';
  /** Meta's error code: 131047 for a closed window, 131049 for marketing to the United States. */
  readonly errorCode: 131047 | 131049;
  /** The market of the recipient. */
  readonly market: string;
  /** What it would be billed as. */
  readonly category: MessageCategory;
  /** The reasons, in words. */
  readonly reasons: readonly string[];
}

/** The answer to "what does this message cost?". */
export type Quote<C extends Currency = Currency> = PricedQuote<C> | UnknownQuote | NotSendableQuote;
