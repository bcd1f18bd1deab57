import { describe, expect, test } from 'vitest';
import { quoteCall, quoteGroup, type QuoteCallParams, type QuoteGroupParams } from 'wabakit/pricing';

const at = Date.UTC(2026, 9, 5);

describe('quoteCall', () => {
  const ask = (more: Partial<QuoteCallParams> = {}) =>
    quoteCall({
      to: '+420601234567',
      direction: 'business_initiated',
      seconds: 56,
      at,
      currency: 'USD',
      ...more,
    });
  const scaledAmount = (more: Partial<QuoteCallParams>): unknown => {
    const quote = ask(more);
    return quote.outcome === 'priced' ? quote.amount.scaledAmount : quote.outcome;
  };

  test("default: Meta's example, a call of 56 seconds counts 10 pulses", () => {
    expect(ask()).toEqual({
      outcome: 'priced',
      market: 'Rest of Central & Eastern Europe',
      pulses: 10,
      ratePerMinute: 95,
      amount: { currency: 'USD', scaledAmount: 95, scale: 4 },
      confidence: 'low',
      reasons: [
        'the number belongs to the market Rest of Central & Eastern Europe',
        '10 pulses of 6 seconds at 0.0095 USD a minute',
      ],
    });
  });

  test.each([
    [1, 1, 10],
    [6, 1, 10],
    [6.01, 2, 19],
    [12, 2, 19],
    [18, 3, 28],
    [30, 5, 48],
    [42, 7, 66],
    [60, 10, 95],
    [61, 11, 104],
  ])(
    'behavior: %d seconds are %i pulses and cost %i ten-thousandths, halves to the even side',
    (seconds, pulses, cost) => {
      expect(ask({ seconds })).toMatchObject({ pulses, amount: { scaledAmount: cost } });
    },
  );

  test('behavior: a call that crosses a tier is priced wholly at the lower rate', () => {
    expect(scaledAmount({ seconds: 600, minutesUsed: 49_990 })).toBe(950);
    expect(scaledAmount({ seconds: 606, minutesUsed: 49_990 })).toBe(768);
    expect(scaledAmount({ seconds: 60, minutesUsed: 9e9 })).toBe(37);
  });

  test('behavior: users call for free; nobody pays for a call that nobody answers', () => {
    expect(ask({ direction: 'user_initiated', to: '+5511987654321' })).toMatchObject({
      amount: { scaledAmount: 0 },
      ratePerMinute: undefined,
      confidence: 'high',
      pulses: 10,
    });
    expect(ask({ seconds: 0 }).reasons.at(-1)).toBe('the call was not answered');
    expect(ask({ direction: 'user_initiated' }).reasons.at(-1)).toBe('calls that users place are free');
  });

  test('behavior: rates that are not known answer unknown; own tiers help', () => {
    expect(ask({ to: '+5511987654321' })).toEqual({
      outcome: 'unknown',
      market: 'Brazil',
      pulses: 10,
      reasons: [
        'the number belongs to the market Brazil',
        'the USD call rates of Brazil are not known to wabakit: give them as `tiers`',
      ],
    });
    expect(scaledAmount({ currency: 'EUR' })).toBe('unknown');
    expect(scaledAmount({ at: Date.UTC(2025, 7, 1) - 1 })).toBe('unknown');
    expect(scaledAmount({ at: Date.UTC(2025, 7, 1) })).toBe(95);
    expect(scaledAmount({ at: Date.UTC(2025, 7, 1), timeZone: 'America/New_York' })).toBe('unknown');
    expect(
      ask({
        to: '+5511987654321',
        tiers: [
          [10, 100],
          [20, 90],
        ],
        minutesUsed: 9.5,
      }),
    ).toMatchObject({ ratePerMinute: 90, confidence: 'high' });
    expect(scaledAmount({ to: '+5511987654321', tiers: [[10, 100]], minutesUsed: 9 })).toBe(100);
    expect(scaledAmount({ to: '+5511987654321', tiers: [[10, 100]], minutesUsed: 10 })).toBe('unknown');
  });

  test('error: times that are none', () => {
    expect(() => ask({ seconds: -1 })).toThrow('seconds: -1 is not a number from 0 up.');
    expect(() => ask({ minutesUsed: Number.NaN })).toThrow('minutesUsed: NaN');
  });
});

describe('quoteGroup', () => {
  const recipients = ['+5511987654321', '+491701234567', '+5511900000000'];
  const ask = (more: Partial<QuoteGroupParams> = {}) =>
    quoteGroup({ recipients, category: 'utility', at, currency: 'USD', ...more });

  test('default: one charge per member, at their market', () => {
    const result = ask();
    expect(result).toMatchObject({
      amount: { currency: 'USD', scaledAmount: 68 + 550 + 68, scale: 4 },
      complete: true,
    });
    expect(result.quotes.map((quote) => quote.market)).toEqual(['Brazil', 'Germany', 'Brazil']);
  });

  test('behavior: members take places in the tier of their market, and free service messages', () => {
    const tiered = ask({ volumeThisMonth: 249_999 });
    expect(tiered.quotes.map((quote) => (quote.outcome === 'priced' ? quote.rate : 0))).toEqual([
      68, 523, 65,
    ]);
    const service = ask({ category: 'service', window: 'customer_service', freeServiceMessagesUsed: 998 });
    expect(service.quotes.map((quote) => (quote.outcome === 'priced' ? quote.pricingType : ''))).toEqual([
      'free_group_customer_service',
      'free_group_customer_service',
      'regular',
    ]);
    expect(service.amount.scaledAmount).toBe(68);
  });

  test('behavior: members of unknown price leave it incomplete; refused ones do not', () => {
    expect(ask({ currency: 'BRL' })).toMatchObject({
      complete: false,
      amount: { currency: 'BRL', scaledAmount: 700, scale: 4 },
    });
    expect(ask({ category: 'service' })).toMatchObject({ complete: true, amount: { scaledAmount: 0 } });
    expect(ask({ recipients: [] })).toEqual({
      amount: { currency: 'USD', scaledAmount: 0, scale: 4 },
      complete: true,
      quotes: [],
    });
  });
});
