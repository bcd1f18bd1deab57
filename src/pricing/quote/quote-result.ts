import type { Confidence } from '../values/confidence.ts';
import type { OpenedBillingConversation } from '../windows/billing-conversations.ts';
import type { Currency, Money } from '../values/money.ts';
import type { PricingModel, VolumeTier } from '../cards/rate-card.ts';

/**
 * What a message is billed as. `marketing_lite` (Marketing Messages API) takes the marketing rate, or the price of an auction where the template
 * has a max price; `general_purpose_ai` has rates that are not published here.
 */
export type MessageCategory =
  | 'marketing'
  | 'marketing_lite'
  | 'utility'
  | 'authentication'
  | 'authentication_international'
  | 'service'
  | 'general_purpose_ai';

/** Why a message costs this amount, in the words of the status webhook's `pricing.type`. */
export type PricingType =
  'regular' | 'free_customer_service' | 'free_entry_point' | 'free_group_customer_service';

/** The monthly count that a priced message increases by one. */
export type CountedIn = 'volume_tier' | 'free_service' | 'free_conversation';

/** The message can be sent, and its price is known. */
export interface PricedQuote<C extends Currency = Currency> {
  /** Tells the kinds of quote apart. */
  readonly outcome: 'priced';
  /** The price of the message; zero if it is free. */
  readonly amount: Money<C>;
  /** The rate that was applied, in ten-thousandths of the currency unit; `undefined` if the message is free. */
  readonly rate: number | undefined;
  /** The volume tier that the message falls into, for utility and authentication. */
  readonly tier: VolumeTier | undefined;
  /** The market of the recipient. */
  readonly market: string;
  /** What it is billed as: `authentication` becomes `authentication_international` where that holds. */
  readonly category: MessageCategory;
  /** The `pricing.type` that the status webhook will carry. */
  readonly pricingType: PricingType;
  /** `paid_exempt` for an exempt organisation past the free service messages. */
  readonly subtype: 'paid_exempt' | undefined;
  /** Whether Meta charges for it. */
  readonly billable: boolean;
  /** The monthly count that it increases by one; `undefined` if none. */
  readonly countedIn: CountedIn | undefined;
  /** The billing conversation that the message opens, from 2022-02-01 to 2025-06-30: pass it to `openBillingConversation`. */
  readonly opens: OpenedBillingConversation | undefined;
  /** The pricing model of the card. */
  readonly model: PricingModel;
  /** The rate card: `2026-10-01-USD`; `undefined` if the message is free. */
  readonly card: string | undefined;
  /** How certain the amount is: the lowest confidence of its parts. */
  readonly confidence: Confidence;
  /** The reasons as sentences, in the order in which they were applied. */
  readonly reasons: readonly string[];
}

/** The message can be sent, and an auction sets its price: only its upper bound is known before a status says what it cost. */
export interface AtMostQuote<C extends Currency = Currency> {
  /** Tells the kinds of quote apart. */
  readonly outcome: 'at_most';
  /** The most that the message can cost. */
  readonly limit: Money<C>;
  /** The market of the recipient. */
  readonly market: string;
  /** What it is billed as. */
  readonly category: MessageCategory;
  /** The `pricing.type` that the status webhook will carry. */
  readonly pricingType: 'regular';
  /** Whether Meta charges for it: it does. */
  readonly billable: true;
  /** The monthly count that it increases: none. */
  readonly countedIn: undefined;
  /** The billing conversation that it opens: none. */
  readonly opens: undefined;
  /** The pricing model of the card. */
  readonly model: PricingModel;
  /** How certain the bound is. */
  readonly confidence: Confidence;
  /** The reasons as sentences, in the order in which they were applied. */
  readonly reasons: readonly string[];
}

/** The message can be sent, but its price is not known. Never treat it as zero. */
export interface UnknownQuote {
  /** Tells the kinds of quote apart. */
  readonly outcome: 'unknown';
  /** What is missing: the card, its cell, the tier's rate, the market, any rule for the category, or the bid of a max-price template. */
  readonly missing: 'card' | 'rate' | 'tier' | 'market' | 'category' | 'bid';
  /** The market of the recipient; `undefined` if it is not known. */
  readonly market: string | undefined;
  /** What it would be billed as. */
  readonly category: MessageCategory;
  /** The monthly count that it increases by one; `undefined` if none. */
  readonly countedIn: CountedIn | undefined;
  /** The billing conversation that the message opens all the same, from 2022-02-01 (Mexico: 2021-02-01) to 2025-06-30: pass it to `openBillingConversation`. */
  readonly opens: OpenedBillingConversation | undefined;
  /** The card that was searched; `undefined` if there is none. */
  readonly card: string | undefined;
  /** The reasons as sentences. */
  readonly reasons: readonly string[];
}

/** Meta would refuse the message, so it costs nothing. */
export interface NotSendableQuote {
  /** Tells the kinds of quote apart. */
  readonly outcome: 'not_sendable';
  /** Meta's error code: 131047 for a closed window, 131049 for marketing to the United States; `undefined` for a currency that Meta no longer takes, whose code is not published. */
  readonly errorCode: 131047 | 131049 | undefined;
  /** The market of the recipient. */
  readonly market: string;
  /** What it would be billed as. */
  readonly category: MessageCategory;
  /** The reasons as sentences. */
  readonly reasons: readonly string[];
}

/** The answer to "what does this message cost?". */
export type Quote<C extends Currency = Currency> =
  PricedQuote<C> | AtMostQuote<C> | UnknownQuote | NotSendableQuote;
