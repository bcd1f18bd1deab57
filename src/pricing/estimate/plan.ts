import type { MessageCategory } from '../quote/quote-result.ts';

/** One row of a plan: how many messages of one category go to one market. */
export interface PlanRow {
  /** The recipients' country as an ISO 3166-1 code. Give `country`, `market`, `prefix` or `to`. */
  readonly country?: string | undefined;
  /** Or Meta's market name. */
  readonly market?: string | undefined;
  /** Or a calling code with its network prefix, `55`. */
  readonly prefix?: string | undefined;
  /** Or one phone number. */
  readonly to?: string | undefined;
  /** What the messages are billed as. */
  readonly category: MessageCategory;
  /** How many messages are delivered. */
  readonly count: number;
  /** The share of them that is delivered while the customer service window is open, 0 to 1. Default: 1 for service, 0 for templates. */
  readonly insideWindow?: number | undefined;
  /** The share of them that is delivered while a free entry point window is open, 0 to 1. It is subtracted from the other shares first. Default 0. */
  readonly freeEntryPoint?: number | undefined;
  /** When they are delivered, as a `Date` or epoch milliseconds. Default: the estimate's `at`. */
  readonly at?: Date | number | undefined;
}
