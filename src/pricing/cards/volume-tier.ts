import type { Rate, VolumeTier } from './rate-card.ts';

/**
 * The tier that the next message falls into when `volume` messages of the month were charged before it; `undefined` past the tiers that are known.
 * Bounds are inclusive: with a first tier up to 100,000, message 100,000 is in it and message 100,001 is not.
 */
export function getTier(rate: Rate, volume: number): VolumeTier | undefined {
  for (const tier of rate.tiers) {
    if (tier.to === undefined || volume < tier.to) return tier;
  }
  return undefined;
}

/**
 * What `count` messages cost together when `volume` messages of the month were charged before them, in ten-thousandths: each tier's rate holds for
 * the messages inside it. `undefined` when a tier that they reach is not known.
 */
export function costOverTiers(rate: Rate, volume: number, count: number): number | undefined {
  if (rate.tiers.length === 0) return rate.rate * count;
  let done = 0;
  let units = 0;
  while (done < count) {
    const tier = getTier(rate, volume + done);
    if (tier?.rate === undefined) return undefined;
    const inTier = Math.min(count - done, (tier.to ?? Infinity) - volume - done);
    units += inTier * tier.rate;
    done += inTier;
  }
  return units;
}
