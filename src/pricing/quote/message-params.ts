import type { OpenBillingConversations } from '../windows/billing-conversations.ts';
import type { MessageCategory } from './quote-result.ts';
import type { OpenWindows, WindowState } from '../windows/window.ts';

/** The bid of a max-price template, as its `optimization_spec` has it. */
export interface MaxPrice {
  /** `bid_amount`: for 1,000 deliveries, in the smallest unit of the currency. 0.87 rupees a message are 87000. */
  readonly bidAmount: number;
  /** The `per_message_bid_multiplier` of the send. Default 1. */
  readonly multiplier?: number | undefined;
}

/** When and where Meta charges the authentication-international rate to this business. Read it from the WABA with `getWaba`; it cannot be inferred. */
export interface AuthenticationInternational {
  /** `auth_international_rate_eligibility.start_time` of the WABA, as a `Date` or epoch milliseconds. From then on the rate applies. */
  readonly startTime: Date | number;
  /** Its `exception_countries`: countries (ISO 3166-1) with their own start time, as a `Date` or epoch milliseconds. Default: none. */
  readonly exceptions?:
    readonly { readonly country: string; readonly startTime: Date | number }[] | undefined;
  /** The ISO 3166-1 code of the country where Meta has verified the business; if left out, every country is abroad, as Meta does until it has verified one. */
  readonly basedIn?: string | undefined;
}

/** The message, its recipient, and the state that decides its price. */
export interface MessageParams {
  /** The recipient's phone number or WhatsApp ID, with its calling code. Give `to`, `country` or `market`. */
  readonly to?: string | undefined;
  /** Or the recipient's country as an ISO 3166-1 code. */
  readonly country?: string | undefined;
  /** Or Meta's market name, as on the rate card. */
  readonly market?: string | undefined;
  /** What the message is billed as: the template's category at the time of use, or `service` for every message that is not a template. */
  readonly category: MessageCategory;
  /** When the message is delivered, as a `Date` or epoch milliseconds. Use the time of sending while the delivery is not known. */
  readonly at?: Date | number | undefined;
  /** The windows of the recipient: the state kept with `applyWindowEvent` (needs `at`), or a word. Default `closed`. */
  readonly window?: WindowState | OpenWindows | undefined;
  /**
   * How many messages of this market and category the business portfolio was charged for this month, before this one. Authentication and
   * authentication-international share one count. Default 0.
   */
  readonly volumeThisMonth?: number | undefined;
  /** How many service messages this phone number had free this month, before this one (1,000 a month since 2026-10-01). Default 0. */
  readonly freeServiceMessagesUsed?: number | undefined;
  /** The open billing conversations of the recipient, for dates before 2025-07-01 and for a utility conversation that ends after it. Needs `at`. Default: none. */
  readonly billingConversations?: OpenBillingConversations | undefined;
  /** How many free billing conversations this WABA used this month, before this one (1,000 a month until 2024-10-31). Default 0. */
  readonly freeBillingConversationsUsed?: number | undefined;
  /** The WABA's authentication-international terms. Default: none, so that the `authentication` rate applies. */
  readonly authenticationInternational?: AuthenticationInternational | undefined;
  /** Eligible government or non-profit: service past the free messages is free from 2026-10-12 to 2027-12-31. Default false. */
  readonly isExempt?: boolean | undefined;
  /**
   * The bid of a max-price template, whose price an auction sets: the outcome is then `at_most`. `true` where the bid is not known. For the
   * category `marketing_lite` only. Default: none, so that the rate card applies.
   */
  readonly maxPrice?: MaxPrice | true | undefined;
  /**
   * The ISO 3166-1 code of the country where the business is. In India from 2027-01-01 and in Brazil from 2027-07-01 Meta delivers nothing for
   * an account in another currency. Default: `authenticationInternational.basedIn`, else not known.
   */
  readonly basedIn?: string | undefined;
  /** The message goes to a group: price each recipient on their own, and give the group's window. Default false. */
  readonly group?: boolean | undefined;
  /** A service message that is a reaction: neither charged nor counted. Default false. */
  readonly reaction?: boolean | undefined;
}
