import type { Confidence } from '../values/confidence.ts';
import type { Currency } from '../values/money.ts';

/**
 * What Meta charges for, by era: a notification (to 2022-01-31), a conversation opened by the business or the user (2022-02-01), a conversation
 * by category (2023-06-01), a message (2025-07-01), a message with service and in-window utility charged too (2026-10-01).
 */
export type PricingModel =
  'notification' | 'conversation_2022' | 'conversation_2023' | 'message_2025' | 'message_2026';

/** A column of a rate card. */
export type RateColumn =
  | 'marketing'
  | 'utility'
  | 'authentication'
  | 'authentication_international'
  | 'service'
  | 'business_initiated'
  | 'user_initiated'
  | 'notification';

/** One step of the monthly volume discount. Its rate holds only for the messages inside it. */
export interface VolumeTier {
  /** The first message of the tier, counted from 1 in each month; 0 for the first tier, as Meta prints it. */
  readonly from: number;
  /** The last message of the tier, inclusive; `undefined` in the last tier, which is open. */
  readonly to: number | undefined;
  /** Ten-thousandths of the currency unit a message; `undefined` where Meta's figure is not known to us. */
  readonly rate: number | undefined;
}

/** A known rate. */
export interface Rate {
  /** The list rate, in ten-thousandths of the currency unit. */
  readonly rate: number;
  /** The volume tiers that are known, in order, starting with the list rate; empty for a category without tiers. */
  readonly tiers: readonly VolumeTier[];
}

/** A cell of a rate card: a rate, or why there is none. Meta prints `n/a` for `not_applicable`; `not_on_record` is a gap of our data. */
export type RateCell = Rate | 'not_applicable' | 'not_on_record';

/** The cells of one market. A column that the card does not have is missing. */
export type MarketRates = Readonly<Partial<Record<RateColumn, RateCell>>>;

/** One of Meta's price tables: one currency, in force from one day on. */
export interface RateCard<C extends Currency = Currency> {
  /** Its name: `2026-10-01-USD`. */
  readonly id: string;
  /** The currency of every figure in it. Rates are never converted. */
  readonly currency: C;
  /** The first day it is in force, from 12am in the WABA's time zone: `2026-10-01`. */
  readonly effectiveFrom: string;
  /** The first day it is no longer in force; `undefined` while no later card is known. */
  readonly effectiveUntil: string | undefined;
  /** What is charged in its time. */
  readonly model: PricingModel;
  /** Whether every cell that Meta printed is in it. A cell that is not answers `unknown`, never zero. */
  readonly complete: boolean;
  /** How sure its list rates are. */
  readonly confidence: Confidence;
  /** How sure its rates beyond the first volume tier are. */
  readonly tierConfidence: Confidence;
  /** Where the figures come from. */
  readonly source: string;
  /** Calling-code prefixes that this card moves to another market than the built-in map does: `{ '84': 'Vietnam' }`. */
  readonly prefixes?: Readonly<Record<string, string>> | undefined;
  /** The rates by Meta's market name. Built-in cards read their table when this is first asked for. */
  readonly markets: ReadonlyMap<string, MarketRates>;
}
