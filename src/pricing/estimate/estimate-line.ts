import type { Confidence } from '../values/confidence.ts';
import type { Currency, Money } from '../values/money.ts';
import type { MessageCategory } from '../quote/quote-result.ts';

/** What the messages of one month, market and category cost together. */
export interface EstimateLine<C extends Currency = Currency> {
  /** The month of the WABA's time zone: `2026-10`. */
  readonly month: string;
  /** Meta's market name; `undefined` if it is not known. */
  readonly market: string | undefined;
  /** What they are billed as. */
  readonly category: MessageCategory;
  /** How many messages the plan holds. */
  readonly messages: number;
  /** Of these, how many are free whatever the order of deliveries. */
  readonly free: number;
  /** Of these, how many Meta would refuse (free-form outside the window, marketing to the United States, an account in a currency that the business's country no longer takes). */
  readonly notSendable: number;
  /** Of these, how many have no known price: they are in no amount. The others of such a line are free or cannot be sent. */
  readonly unknown: number;
  /** The least that they cost, over all orders of delivery and within the bounds of volume tiers that are not known, with 0 for max-price messages; `undefined` if `unknown` is above 0. */
  readonly low: Money<C> | undefined;
  /** The most that they cost, with the bid for max-price messages; `undefined` if `unknown` is above 0. */
  readonly high: Money<C> | undefined;
  /** The rate card; `undefined` if none is known for the day. */
  readonly card: string | undefined;
  /** How sure the amounts are; `undefined` if `unknown` is above 0. */
  readonly confidence: Confidence | undefined;
  /** The reasons, in words. */
  readonly reasons: readonly string[];
}
