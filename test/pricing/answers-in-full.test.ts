import { describe, expect, test } from 'vitest';
import {
  compareEstimates,
  createMoney,
  quoteCall,
  quoteGroup,
  roundMoney,
  usd20261001,
  type PlanRow,
} from 'wabakit/pricing';
import { matchMarket } from '../../src/pricing/quote/price-message.ts';

const t0 = Date.UTC(2026, 9, 5, 9);

const sure = (scaledAmount: number) => {
  const amount = createMoney('USD', scaledAmount);
  return { low: amount, high: amount, confidence: 'high' };
};

describe('answers in full', () => {
  test('behavior: a market that the caller names is sure', () => {
    expect(matchMarket(usd20261001, { market: 'Brazil' })).toEqual({
      market: 'Brazil',
      prefix: '',
      country: undefined,
      confidence: 'high',
    });
  });

  test('behavior: a call that a user places', () => {
    expect(
      quoteCall({ to: '+5511987654321', direction: 'user_initiated', seconds: 7, at: t0, currency: 'USD' }),
    ).toEqual({
      outcome: 'priced',
      market: 'Brazil',
      pulses: 2,
      ratePerMinute: undefined,
      amount: createMoney('USD', 0),
      confidence: 'high',
      reasons: ['the number belongs to the market Brazil', 'calls that users place are free'],
    });
  });

  test('behavior: members of a group take places in the tier of their own market only', () => {
    const { quotes } = quoteGroup({
      recipients: ['+491701234567', '+5511987654321', '+5511900000000'],
      category: 'utility',
      volumeThisMonth: 249_999,
      at: t0,
      currency: 'USD',
    });
    expect(quotes.map((quote) => (quote.outcome === 'priced' ? quote.rate : 0))).toEqual([523, 68, 65]);
  });

  test('behavior: what is round stays as it is, whatever the rounding', () => {
    for (const mode of ['half_even', 'half_up', 'up', 'down'] as const) {
      expect(roundMoney(createMoney('USD', 200), 2, mode).scaledAmount).toBe(200);
      expect(roundMoney(createMoney('USD', -200), 2, mode).scaledAmount).toBe(-200);
    }
    expect(roundMoney(createMoney('USD', 0), 2)).toEqual(createMoney('USD', 0));
  });

  test('behavior: a line whose price is known in part has no amount; lines without a change come last', () => {
    const at = Date.UTC(2026, 10, 2);
    const { lines } = compareEstimates(
      [
        { market: 'Atlantis', category: 'utility', count: 1 },
        { market: 'Brazil', category: 'marketing', count: 1 },
      ],
      { currency: 'USD', at },
      [{ at: Date.UTC(2026, 8, 2) }, { at }],
    );
    expect(lines).toEqual([
      {
        market: 'Brazil',
        category: 'marketing',
        amounts: [sure(625), sure(625)],
        change: createMoney('USD', 0),
      },
      { market: 'Atlantis', category: 'utility', amounts: ['unknown', 'unknown'], change: undefined },
    ]);
  });

  test('behavior: a line of two months has no amount when one of them is unknown; a label alone moves no row', () => {
    const rows = [Date.UTC(2026, 8, 2), Date.UTC(2026, 10, 2)].map((at): PlanRow => ({
      market: 'Ukraine',
      category: 'marketing',
      count: 1,
      at,
    }));
    const result = compareEstimates(rows, { currency: 'USD', at: t0 }, [{ label: 'as it is' }, { at: t0 }]);
    expect(result.lines).toEqual([
      {
        market: 'Ukraine',
        category: 'marketing',
        amounts: ['unknown', sure(1720)],
        change: undefined,
      },
    ]);
  });
});
