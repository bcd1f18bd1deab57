import type { AuthenticationInternational, MaxPrice } from '../quote/message-params.ts';
import type { Currency } from '../values/money.ts';
import type { RateCard } from '../cards/rate-card.ts';

/** How many messages one volume tier had counted before the plan begins. */
export interface MonthToDate {
  /** Meta's market name. */
  readonly market: string;
  /** The tier count: authentication and authentication-international share one. */
  readonly category: 'utility' | 'authentication';
  /** Charged messages of the business portfolio so far in the plan's first month. */
  readonly messages: number;
}

/** The options of an estimate. */
export interface EstimateParams<C extends Currency = Currency> {
  /** The currency of the WABA. */
  readonly currency: C;
  /** When the messages are delivered, as a `Date` or epoch milliseconds. A row's own `at` overrides it. */
  readonly at: Date | number;
  /** The WABA's IANA time zone, in which days and months begin. Default `UTC`. */
  readonly timeZone?: string | undefined;
  /** Price everything with this card, whatever the date; its day decides on rules and markets. Default: the card of each row's date. */
  readonly card?: RateCard<C> | undefined;
  /** Cards of your own, read by `parseRateCardCsv`; of two in force the later one counts. */
  readonly cards?: readonly RateCard[] | undefined;
  /** How many business phone numbers share the service messages: each has 1,000 free a month since 2026-10-01. Default 1. */
  readonly phoneNumbers?: number | undefined;
  /** How many free service messages were used already in the plan's first month, over all numbers. Default 0. */
  readonly freeServiceMessagesUsed?: number | undefined;
  /** The volume tier counts of the plan's first month before the plan begins. Default: every count is 0. */
  readonly monthToDate?: readonly MonthToDate[] | undefined;
  /** The WABA's authentication-international terms. Default: none. */
  readonly authenticationInternational?: AuthenticationInternational | undefined;
  /** Whether the business is an eligible government or non-profit. Default false. */
  readonly isExempt?: boolean | undefined;
  /**
   * The ISO 3166-1 code of the country where the business is. In India from 2027-01-01 and in Brazil from 2027-07-01 Meta delivers nothing for an
   * account in another currency. Default: `authenticationInternational.basedIn`, else not known.
   */
  readonly basedIn?: string | undefined;
  /**
   * The bid of the max-price templates that the plan's `marketing_lite` messages use; `true` where it is not known. An auction sets their price, so
   * that their lines go from 0 to the bid. Default: none, so that they cost what the rate card says.
   */
  readonly maxPrice?: MaxPrice | true | undefined;
}
