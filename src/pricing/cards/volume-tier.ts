import type { PricingModel, Rate, RateColumn, VolumeTier } from './rate-card.ts';

// What is sure of tiers that are not known. Meta's own tier files (USD of 2026-04-01, INR of 2026-10-01) hold no first tier that ends before message
// 80,000, no rate that rises with the volume, and no rate more than 30 per cent below the list rate. Confidence: high for those files, low beyond them.
/** The message up to which the list rate holds in every tier table that Meta published. */
export const shortestFirstTier = 80_000;
/** The per cent of the list rate below which no tier of Meta's lies. */
export const lowestTierPercent = 70;

/** Returns whether Meta discounts a column by volume: utility and authentication, since messages are charged one by one (2025-07-01). */
export function isTiered(model: PricingModel, column: RateColumn): boolean {
  return model.startsWith('message') && (column === 'utility' || column.startsWith('authentication'));
}

/**
 * Returns the tiers of a rate. Where Meta has tiers and the card does not hold them, only the first one is there, as far as it reaches in every
 * table that Meta published: what lies past it has no known rate.
 */
export function getTiers(rate: Rate, tiered: boolean): readonly VolumeTier[] {
  return rate.tiers.length === 0 && tiered
    ? [{ from: 0, to: shortestFirstTier, rate: rate.rate }]
    : rate.tiers;
}

/**
 * Returns the tier that the next message falls into when `volume` messages of the month were charged before it; `undefined` past the tiers that
 * are known. Bounds are inclusive: with a first tier up to 100,000, message 100,000 is in it and message 100,001 is not.
 */
export function getTier(tiers: readonly VolumeTier[], volume: number): VolumeTier | undefined {
  return tiers.find((tier) => tier.to === undefined || volume < tier.to);
}

/** What messages cost over the tiers of a month, in ten-thousandths. */
export interface TierCost {
  /** The least that they cost; equal to `high` where every tier is known. */
  readonly low: number;
  /** The most that they cost. */
  readonly high: number;
  /** The first message of the month whose rate is not known; `undefined` where all are. */
  readonly unknownFrom: number | undefined;
}

/** The bounds of a rate that is not known: not above a lower tier's, not below a higher tier's or the deepest discount of Meta's. */
function getBounds(
  rate: Rate,
  tiers: readonly VolumeTier[],
  volume: number,
): readonly [low: number, high: number] {
  const before = tiers.findLast((tier) => tier.from <= volume && tier.rate !== undefined);
  const after = tiers.find((tier) => tier.from > volume && tier.rate !== undefined);
  return [after?.rate ?? Math.floor((rate.rate * lowestTierPercent) / 100), before?.rate ?? rate.rate];
}

/**
 * Returns what `count` messages cost together when `volume` messages of the month were charged before them: each tier's rate holds for the
 * messages inside it. A tier whose rate is not known adds a range.
 */
export function costOverTiers(rate: Rate, tiered: boolean, volume: number, count: number): TierCost {
  const tiers = getTiers(rate, tiered);
  if (tiers.length === 0) return { low: rate.rate * count, high: rate.rate * count, unknownFrom: undefined };
  const cost = { low: 0, high: 0, unknownFrom: undefined as number | undefined };
  let done = 0;
  while (done < count) {
    const at = volume + done;
    const tier = getTier(tiers, at);
    const inTier = Math.min(count - done, (tier?.to ?? Infinity) - at);
    const known = tier?.rate;
    if (known === undefined) cost.unknownFrom ??= at + 1;
    const [low, high] = known === undefined ? getBounds(rate, tiers, at) : [known, known];
    cost.low += inTier * low;
    cost.high += inTier * high;
    done += inTier;
  }
  return cost;
}
