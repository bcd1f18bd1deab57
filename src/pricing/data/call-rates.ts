// DATA. Rates of calls that the business places, USD per minute, by market. Meta's call rate cards of 2025-08-01, 2026-04-01, 2026-07-01 and 2026-10-01 were not found;
// one market's figures were, in one third-party copy, without a date. Confidence: low.

/** One step of the monthly call discount: up to `minutes` (inclusive, `undefined` for open), in ten-thousandths of a dollar a minute. */
export type CallTier = readonly [minutes: number | undefined, rate: number];

/** What is known of call rates: Meta's market name to its tiers. */
export const usdCallRates: Readonly<Record<string, readonly CallTier[]>> = {
  'Rest of Central & Eastern Europe': [
    [50_000, 95],
    [250_000, 76],
    [1_000_000, 66],
    [2_500_000, 58],
    [5_000_000, 43],
    [undefined, 37],
  ],
};

/** The first day with a listed call rate card. */
export const callRatesFrom = '2025-08-01';
