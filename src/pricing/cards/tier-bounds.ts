// DATA. Upper bounds (inclusive) of volume tiers 1 to 5, by family of markets; tier 6 is open. First list: utility, second: authentication
// and authentication-international. Sources: Meta's own USD tier file of 2026-04-01 and INR workbook of 2026-10-01, which agree in every market that
// both hold. Confidence: high from 2026-04-01; for cards before that, and in other currencies, the first bound is an inference.

/** Tier bounds by the family number that a card's table names. */
export const tierBounds: Readonly<
  Record<number, readonly [utility: readonly number[], authentication: readonly number[]]>
> = {
  1: [
    [100_000, 1_000_000, 4_500_000, 40_000_000, 80_000_000],
    [300_000, 2_000_000, 10_000_000, 20_000_000, 40_000_000],
  ],
  2: [
    [100_000, 1_000_000, 4_500_000, 15_000_000, 30_000_000],
    [120_000, 400_000, 1_000_000, 5_000_000, 10_000_000],
  ],
  3: [
    [250_000, 2_000_000, 17_000_000, 35_000_000, 70_000_000],
    [500_000, 3_000_000, 5_250_000, 10_000_000, 20_000_000],
  ],
  4: [
    [25_000_000, 50_000_000, 100_000_000, 200_000_000, 300_000_000],
    [750_000, 15_000_000, 20_000_000, 50_000_000, 100_000_000],
  ],
  5: [
    [750_000, 4_000_000, 25_000_000, 75_000_000, 150_000_000],
    [750_000, 2_000_000, 6_000_000, 30_000_000, 60_000_000],
  ],
  6: [
    [150_000, 1_000_000, 4_000_000, 25_000_000, 50_000_000],
    [100_000, 300_000, 1_000_000, 10_000_000, 20_000_000],
  ],
  7: [
    [1_000_000, 5_000_000, 10_000_000, 20_000_000, 40_000_000],
    [250_000, 1_000_000, 3_000_000, 5_000_000, 10_000_000],
  ],
  8: [
    [80_000, 750_000, 2_250_000, 3_000_000, 6_000_000],
    [100_000, 500_000, 2_000_000, 5_000_000, 10_000_000],
  ],
};
