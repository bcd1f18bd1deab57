import { describe, expect, test } from 'vitest';
import {
  createEstimate,
  estimate,
  usd20261001,
  type MarketRates,
  type PlanRow,
  type RateCard,
} from 'wabakit/pricing';
import { settleBuckets, type Bucket } from '../../src/pricing/estimate/estimate-settle.ts';

const at = Date.UTC(2026, 10, 2, 12);
const usd = { currency: 'USD', at } as const;

const getCard = (rates: MarketRates): RateCard<'USD'> => ({
  ...usd20261001,
  id: 'own',
  markets: new Map([['Brazil', rates]]),
});
const getBucket = (more: Partial<Bucket<'USD'>>): Bucket<'USD'> => ({
  month: '2026-11',
  card: usd20261001,
  market: 'Brazil',
  category: 'utility',
  messages: 0,
  free: 0,
  notSendable: 0,
  charged: 0,
  freeable: 0,
  atMost: 0,
  unknown: 0,
  confidence: 'high',
  reasons: new Set(),
  ...more,
});
/** The range of the whole, then each line's unknown messages and range, -1 for one that is not known. */
function settle(buckets: readonly Bucket<'USD'>[]): number[][] {
  const { low, high, lines } = settleBuckets(buckets, usd);
  return [
    [low, high],
    ...lines.map((line) => [line.unknown, line.low?.scaledAmount ?? -1, line.high?.scaledAmount ?? -1]),
  ];
}

describe('settleBuckets', () => {
  const shortTiers = getCard({
    authentication: { rate: 10, tiers: [{ from: 0, to: 100, rate: 10 }] },
    authentication_international: { rate: 20, tiers: [{ from: 0, to: 200, rate: 20 }] },
  });
  const plain = getBucket({ card: shortTiers, category: 'authentication', charged: 80 });
  const abroad = getBucket({ card: shortTiers, category: 'authentication_international', charged: 50 });

  test('behavior: what may fall past the known tiers is a range, what surely does not keeps its price', () => {
    // First: 80 at 10 and 50 at 20. Second, after 50 abroad: 50 at 10 and 30 at 7 to 10; after 80 plain: all 50 at 20.
    expect(settle([plain, abroad])).toEqual([
      [50 * 10 + 30 * 7 + 1000, 1800],
      [0, 710, 800],
      [0, 1000, 1000],
    ]);
    expect(settle([abroad, plain])).toEqual([
      [1710, 1800],
      [0, 1000, 1000],
      [0, 710, 800],
    ]);
    expect(settle([plain])).toEqual([
      [800, 800],
      [0, 800, 800],
    ]);
  });

  test('behavior: messages that were unknown before leave the range of the others as it is', () => {
    const card = getCard({
      authentication: {
        rate: 10,
        tiers: [
          { from: 0, to: 100, rate: 10 },
          { from: 101, to: undefined, rate: 5 },
        ],
      },
      authentication_international: {
        rate: 20,
        tiers: [
          { from: 0, to: 100, rate: 20 },
          { from: 101, to: undefined, rate: 15 },
        ],
      },
    });
    const buckets = [
      getBucket({ card, category: 'authentication', charged: 100, unknown: 5 }),
      getBucket({ card, category: 'authentication_international', charged: 100 }),
    ];
    expect(settle(buckets)).toEqual([
      [2500, 2500],
      [5, -1, -1],
      [0, 1500, 2000],
    ]);
    expect(buckets.map((bucket) => [...bucket.reasons])).toEqual([[], []]);
  });

  test('behavior: markets and cells without a rate are unknown, with the reason', () => {
    const nothing = getBucket({ market: 'Atlantis', charged: 3 });
    const notListed = getBucket({ category: 'authentication_international', charged: 4 });
    const { lines } = settleBuckets([nothing, notListed], usd);
    expect(lines.map((line) => [line.market, line.unknown, line.reasons])).toEqual([
      ['Atlantis', 3, ['there is no rate of Atlantis on 2026-10-01-USD']],
      ['Brazil', 4, ['there is no rate of Brazil on 2026-10-01-USD']],
    ]);
  });

  test('behavior: service messages without a rate are free as long as the free ones last', () => {
    const free = ['Atlantis', 'Lemuria', 'Mu'].map((market) =>
      getBucket({ market, category: 'service', freeable: 300 }),
    );
    const { low, high, lines } = settleBuckets(free, usd);
    expect([low, high]).toEqual([0, 0]);
    expect(lines.map((line) => [line.free, line.unknown])).toEqual([
      [300, 0],
      [300, 0],
      [300, 0],
    ]);
  });
});

describe('shared counts', () => {
  test('behavior: utility and authentication of one market fill counts of their own', () => {
    const rows: PlanRow[] = [
      { market: 'Brazil', category: 'utility', count: 250_000 },
      { market: 'Brazil', category: 'authentication', count: 250_000 },
      { market: 'Brazil', category: 'marketing', count: 10 },
    ];
    const { low, high, lines } = estimate(rows, usd);
    expect([low.scaledAmount, high.scaledAmount]).toEqual([500_000 * 68 + 6250, 500_000 * 68 + 6250]);
    expect(lines.map((line) => line.confidence)).toEqual(['high', 'high', 'high']);
  });

  test('args: monthToDate of authentication holds for authentication-international', () => {
    const result = estimate([{ country: 'IN', category: 'authentication', count: 10 }], {
      ...usd,
      authenticationInternational: { startTime: 0 },
      monthToDate: [{ market: 'India', category: 'authentication', messages: 750_000 }],
    });
    expect(
      result.lines.map((line) => [line.category, line.low?.scaledAmount, line.high?.scaledAmount]),
    ).toEqual([['authentication_international', 2860, 2860]]);
  });
});

describe('createEstimate', () => {
  test('behavior: numbers of several markets keep their own lines', () => {
    const builder = createEstimate(usd);
    builder.add({ to: '+5511987654321', category: 'marketing', count: 1 });
    builder.add({ to: '+491701234567', category: 'marketing', count: 1 });
    expect(builder.result().lines.map((line) => [line.market, line.messages])).toEqual([
      ['Brazil', 1],
      ['Germany', 1],
    ]);
  });

  test('behavior: an empty plan is sure; a line of unknown messages has no amount and no confidence', () => {
    expect(createEstimate(usd).result()).toMatchObject({ confidence: 'high', complete: true, messages: 0 });
    const unknown = estimate([{ market: 'Brazil', category: 'general_purpose_ai', count: 2 }], usd);
    expect(unknown.lines[0]).toMatchObject({
      confidence: undefined,
      low: undefined,
      high: undefined,
      unknown: 2,
    });
    expect(unknown).toMatchObject({ confidence: undefined, complete: false });
  });
});
