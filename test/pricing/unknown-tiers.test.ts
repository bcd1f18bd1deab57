import { describe, expect, test } from 'vitest';
import {
  compareEstimates,
  createLedger,
  createMoney,
  estimate,
  parseRateCardCsv,
  parseVolumeTierCsv,
  quote,
  quoteFromCard,
  quoteGroup,
  rateCards,
  withinBudget,
  withVolumeTiers,
} from 'wabakit/pricing';
import { lowestTierPercent, shortestFirstTier } from '../../src/pricing/cards/volume-tier.ts';

const header = 'Market,Currency,Marketing,Utility,Authentication,Authentication-International,Service';
const card = parseRateCardCsv(
  `effective 2026\n"Effective October 1, 2026"\n${header}\nPakistan,USD,0.0473,0.0150,0.0150,0.0750,0.0150\n`,
);
const at = Date.UTC(2026, 10, 2);
const windowOf = {
  marketing: 'closed',
  utility: 'closed',
  authentication: 'closed',
  authentication_international: 'closed',
  service: 'customer_service',
} as const;
type PricingCategoryOfCard = keyof typeof windowOf;
const pakistan = { card, market: 'Pakistan', category: 'utility' } as const;

describe('a card without volume tiers', () => {
  test.each([
    ['message 1 has the list rate', 0, 'priced', 'high'],
    ['message 80,000 is in every first tier of Meta', 79_999, 'priced', 'medium'],
    ['message 80,001 may be in a second tier', 80_000, 'unknown', undefined],
    ['message 200,001 is in one', 200_000, 'unknown', undefined],
  ] as const)('behavior: %s', (_, volumeThisMonth, outcome, confidence) => {
    const answer = quoteFromCard({ ...pakistan, volumeThisMonth });
    expect(answer.outcome).toBe(outcome);
    if (answer.outcome === 'priced') {
      expect(answer).toMatchObject({ confidence, tier: undefined, amount: { scaledAmount: 150 } });
    } else expect(answer).toMatchObject({ missing: 'tier' });
    const dated = { ...pakistan, at, currency: 'USD', cards: [card], volumeThisMonth } as const;
    expect(quote(dated).outcome).toBe(outcome);
  });

  test('behavior: every tiered column is meant, and no other', () => {
    const far = (category: PricingCategoryOfCard) =>
      quoteFromCard({ ...pakistan, category, volumeThisMonth: 200_000, window: windowOf[category] }).outcome;
    expect(far('utility')).toBe('unknown');
    expect(far('service')).toBe('priced');
    expect(far('authentication')).toBe('unknown');
    expect(far('authentication_international')).toBe('unknown');
    expect(far('marketing')).toBe('priced');
  });

  test('behavior: an estimate is a range from the deepest discount to the list rate, and not sure', () => {
    const [line] = estimate([{ market: 'Pakistan', category: 'utility', count: 200_001 }], {
      currency: 'USD',
      at,
      card,
    }).lines;
    expect(line).toMatchObject({
      low: { scaledAmount: 80_000 * 150 + 120_001 * 105 },
      high: { scaledAmount: 200_001 * 150 },
      unknown: 0,
      confidence: 'low',
    });
    expect(line?.reasons.at(-1)).toContain(
      'the volume tiers of Pakistan on 2026-10-01-USD are not known from message 80,001 of the month on',
    );
  });

  test('behavior: an estimate within the first tier is exact and as sure as the card', () => {
    const result = estimate([{ market: 'Pakistan', category: 'utility', count: 80_000 }], {
      currency: 'USD',
      at,
      card,
    });
    expect(result).toMatchObject({
      low: { scaledAmount: 80_000 * 150 },
      high: { scaledAmount: 80_000 * 150 },
      confidence: 'high',
    });
  });

  test('behavior: a budget between the bounds is undecided; a comparison carries the bounds and the doubt', () => {
    const plan = [{ market: 'Pakistan', category: 'utility', count: 200_001 }] as const;
    const verdict = (scaledAmount: number) =>
      withinBudget(plan, createMoney('USD', scaledAmount), { currency: 'USD', at, card }).within;
    expect([verdict(200_001 * 150), verdict(200_001 * 140), verdict(200_001 * 100)]).toEqual([
      'within',
      'undecided',
      'over',
    ]);
    const { lines } = compareEstimates(plan, { currency: 'USD', at }, [{ card }, { at }]);
    expect(lines[0]?.amounts[0]).toMatchObject({ confidence: 'low', high: { scaledAmount: 200_001 * 150 } });
  });

  test('behavior: a ledger prices nothing past the first tier', () => {
    const ledger = createLedger({ currency: 'USD', cards: [card] });
    ledger.setVolume('2026-11', 'Pakistan', 'utility', 200_000);
    const user = '923001234567';
    ledger.record({ kind: 'sent', id: 'wamid.1', phoneNumberId: '1', user, category: 'utility', at });
    expect(ledger.record({ kind: 'delivered', id: 'wamid.1', at })?.quote).toMatchObject({
      outcome: 'unknown',
      missing: 'tier',
      countedIn: 'volume_tier',
    });
    expect(ledger.totals()).toMatchObject([{ type: 'unknown', messages: 1 }]);
  });

  test('behavior: a group message past the first tier is not complete', () => {
    const group = quoteGroup({
      recipients: ['+923001234567'],
      category: 'utility',
      at,
      currency: 'USD',
      cards: [card],
      volumeThisMonth: 200_000,
    });
    expect(group).toMatchObject({ complete: false, amount: { scaledAmount: 0 } });
  });

  test("behavior: with Meta's tiers the price is known again", () => {
    const tiers = parseVolumeTierCsv(
      '"Effective October 1, 2026"\n,,Utility,,\nMarket,Currency,From,To,Rate\nPakistan,USD,0,150000,0.0150\n,USD,150001,--,0.0143\n',
    );
    const joined = withVolumeTiers(card, tiers);
    const quoted = quoteFromCard({ ...pakistan, card: joined, volumeThisMonth: 200_000 });
    expect(quoted).toMatchObject({ outcome: 'priced', amount: { scaledAmount: 143 } });
    const other = quoteFromCard({
      ...pakistan,
      category: 'authentication',
      card: joined,
      volumeThisMonth: 200_000,
    });
    expect(other).toMatchObject({ outcome: 'unknown', missing: 'tier' });
  });
});

describe('tiers that are known in part', () => {
  test('behavior: a gap lies between the tiers around it', () => {
    // 350 and 333 are known, then three tiers are not, and the last is 263 from 70,000,001 on.
    const [line] = estimate([{ country: 'BR', category: 'utility', count: 2_000_010 }], {
      currency: 'BRL',
      at: Date.UTC(2026, 7, 2),
    }).lines;
    const known = 250_000 * 350 + 1_750_000 * 333;
    expect([line?.low?.scaledAmount, line?.high?.scaledAmount]).toEqual([known + 10 * 263, known + 10 * 333]);
  });
});

describe('what is sure of tiers', () => {
  const cells = rateCards.flatMap(({ markets }) =>
    [...markets.values()].flatMap((rates) => Object.values(rates)),
  );
  const tiered = cells.flatMap((cell) => (typeof cell === 'object' && cell.tiers.length > 0 ? [cell] : []));

  test('behavior: no first tier ends earlier, no rate rises, none is discounted deeper', () => {
    expect(tiered.length).toBeGreaterThan(300);
    const ends = tiered.map(({ tiers }) => tiers[0]?.to ?? Infinity);
    expect(Math.min(...ends)).toBe(shortestFirstTier);
    for (const { rate, tiers } of tiered) {
      const rates = tiers.flatMap((tier) => (tier.rate === undefined ? [] : [tier.rate]));
      expect(rates).toEqual([...rates].sort((a, b) => b - a));
      expect(Math.min(...rates)).toBeGreaterThanOrEqual(Math.floor((rate * lowestTierPercent) / 100));
    }
  });
});
