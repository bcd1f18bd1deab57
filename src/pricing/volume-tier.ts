import type { Rate, VolumeTier } from './rate-card.ts';

/**
 * The tier that the next message falls into when `volume` messages of the month were charged before it; `undefined` past the tiers that are known.
 * Bounds are inclusive: with a first tier up to 100,000, message 100,000 is in it and message 100,001 is not.
 */
export function tierOf(rate: Rate, volume: number): VolumeTier | undefined {
  for (const tier of rate.tiers) {
    if (tier.to === undefined || volume < tier.to) return tier;
  }
  return undefined;
}
