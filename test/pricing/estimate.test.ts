import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareEstimates,
  createEstimate,
  estimate,
  createMoney,
  quoteFromCard,
  usd20260701,
  usd20261001,
  withinBudget,
  type EstimateLine,
  type EstimateParams,
  type PlanRow,
  type RateCard,
} from 'wabakit/pricing';

const november = Date.UTC(2026, 10, 2, 12);
const september = Date.UTC(2026, 8, 2, 12);
const usd = { currency: 'USD', at: november } as const;

const of = (rows: PlanRow[], params: Partial<EstimateParams<'USD'>> = {}) =>
  estimate(rows, { ...usd, ...params });
const range = ({
  low,
  high,
}: {
  low: { scaledAmount: number } | undefined;
  high: { scaledAmount: number } | undefined;
}): (number | undefined)[] => [low?.scaledAmount, high?.scaledAmount];

describe('estimate', () => {
  test('default: counts times rates, with the free service messages taken off', () => {
    const result = of([
      { country: 'BR', category: 'marketing', count: 10_000 },
      { country: 'BR', category: 'service', count: 1500 },
    ]);
    expect(range(result)).toEqual([6_284_000, 6_284_000]);
    expect(result).toMatchObject({ complete: true, messages: 11_500, unknown: 0, confidence: 'high' });
    expect(result.lines).toEqual([
      {
        month: '2026-11',
        market: 'Brazil',
        category: 'marketing',
        messages: 10_000,
        free: 0,
        notSendable: 0,
        unknown: 0,
        low: createMoney('USD', 6_250_000),
        high: createMoney('USD', 6_250_000),
        card: '2026-10-01-USD',
        confidence: 'high',
        reasons: [
          'prefix 55 belongs to the market Brazil',
          'no window is open',
          'marketing rate of the card 2026-10-01-USD: 0.0625 USD',
        ],
      },
      {
        month: '2026-11',
        market: 'Brazil',
        category: 'service',
        messages: 1500,
        free: 1000,
        notSendable: 0,
        unknown: 0,
        low: createMoney('USD', 34_000),
        high: createMoney('USD', 34_000),
        card: '2026-10-01-USD',
        confidence: 'high',
        reasons: [
          'prefix 55 belongs to the market Brazil',
          'the customer service window is open',
          'service rate of the card 2026-10-01-USD: 0.0068 USD',
          '1,000 free service messages are left for all markets together',
        ],
      },
    ]);
  });

  test('behavior: whose service messages are the free ones decides, so the answer is a range', () => {
    const result = of([
      { country: 'BR', category: 'service', count: 800 },
      { country: 'DE', category: 'service', count: 700 },
    ]);
    // 500 are charged: Brazil's at the least (0.0068), Germany's at the most (0.0550).
    expect(range(result)).toEqual([500 * 68, 500 * 550]);
    expect(result.lines.map((line) => [line.free, ...range(line)])).toEqual([
      [300, 0, 500 * 68],
      [200, 0, 500 * 550],
    ]);
  });

  test('args: phoneNumbers and freeServiceMessagesUsed set how many are free', () => {
    const rows: PlanRow[] = [{ country: 'BR', category: 'service', count: 2500 }];
    expect(range(of(rows, { phoneNumbers: 2 }))).toEqual([500 * 68, 500 * 68]);
    expect(range(of(rows, { phoneNumbers: 2, freeServiceMessagesUsed: 1500 }))).toEqual([
      2000 * 68,
      2000 * 68,
    ]);
    expect(range(of(rows, { freeServiceMessagesUsed: 4000 }))).toEqual([2500 * 68, 2500 * 68]);
    expect(range(of(rows, { phoneNumbers: 0 }))).toEqual([2500 * 68, 2500 * 68]);
    expect(range(of(rows, { phoneNumbers: 3 }))).toEqual([0, 0]);
    expect(range(of(rows, { isExempt: true }))).toEqual([0, 0]);
    expect(of(rows, { isExempt: true }).lines[0]).toMatchObject({ free: 2500, confidence: 'medium' });
    expect(() => of(rows, { phoneNumbers: -1 })).toThrow('phoneNumbers: -1 is not a count from 0 up.');
    expect(() => of(rows, { freeServiceMessagesUsed: 0.5 })).toThrow(
      'freeServiceMessagesUsed: 0.5 is not a count from 0 up.',
    );
  });

  test('args: shares inside the windows', () => {
    const at = { at: september };
    const row: PlanRow = { country: 'BR', category: 'utility', count: 1000 };
    expect(range(of([row], at))).toEqual([68_000, 68_000]);
    expect(range(of([{ ...row, insideWindow: 0.75 }], at))).toEqual([250 * 68, 250 * 68]);
    expect(of([{ ...row, insideWindow: 0.75 }], at).lines[0]).toMatchObject({ free: 750, messages: 1000 });
    expect(range(of([{ ...row, insideWindow: 0.75 }]))).toEqual([68_000, 68_000]);
    expect(range(of([{ ...row, freeEntryPoint: 0.1, insideWindow: 1 }]))).toEqual([900 * 68, 900 * 68]);
    expect(range(of([{ ...row, freeEntryPoint: 0.5, insideWindow: 0.9 }], at))).toEqual([0, 0]);
    expect(
      of([{ country: 'BR', category: 'service', count: 1000, insideWindow: 0.4 }]).lines[0],
    ).toMatchObject({
      notSendable: 600,
      free: 400,
    });
    expect(of([{ country: 'US', category: 'marketing', count: 5 }]).lines[0]).toMatchObject({
      notSendable: 5,
    });
    expect(of([{ ...row, count: 3, insideWindow: 0.5 }], at).lines[0]).toMatchObject({ free: 2 });
    expect(of([{ country: 'BR', category: 'service', count: 10 }], at).lines[0]).toMatchObject({ free: 10 });
  });

  test('args: monthToDate continues the tiers, each rate inside its own tier', () => {
    const rows: PlanRow[] = [{ country: 'BR', category: 'utility', count: 100_000 }];
    const monthToDate = [
      { market: 'Mexico', category: 'utility' as const, messages: 9 },
      { market: 'Brazil', category: 'authentication' as const, messages: 9 },
      { market: 'Brazil', category: 'utility' as const, messages: 200_000 },
    ];
    const result = of(rows, { monthToDate });
    expect(range(result)).toEqual([50_000 * 68 + 50_000 * 65, 50_000 * 68 + 50_000 * 65]);
    expect(result.lines[0]).toMatchObject({ confidence: 'medium' });
    expect(result.lines[0]?.reasons.at(-1)).toBe('reaches the volume tier from 250,001 of the month');
    const far = 250_000 * 68 + 1_750_000 * 65 + 15_000_000 * 61 + 3_000_000 * 58;
    expect(range(of([{ country: 'BR', category: 'utility', count: 20_000_000 }]))).toEqual([far, far]);
    expect(of(rows).lines[0]).toMatchObject({ confidence: 'high' });
    expect(of([{ ...rows[0], category: 'utility', count: 250_000 }]).lines[0]).toMatchObject({
      confidence: 'high',
    });
    expect(of([{ ...rows[0], category: 'utility', count: 250_001 }]).lines[0]).toMatchObject({
      confidence: 'medium',
    });
  });

  test('behavior: the count of a tier starts at 0 each month, and so do the free service messages', () => {
    const december = Date.UTC(2026, 11, 2);
    const rows: PlanRow[] = [
      { country: 'BR', category: 'utility', count: 250_000, at: december },
      { country: 'BR', category: 'utility', count: 250_000 },
      { country: 'BR', category: 'service', count: 1000, at: december },
      { country: 'BR', category: 'service', count: 1000 },
    ];
    const monthToDate = [{ market: 'Brazil', category: 'utility' as const, messages: 250_000 }];
    const result = of(rows, { monthToDate, freeServiceMessagesUsed: 1000 });
    expect(result.lines.map((line) => [line.month, line.category, ...range(line)])).toEqual([
      ['2026-12', 'utility', 250_000 * 68, 250_000 * 68],
      ['2026-11', 'utility', 250_000 * 65, 250_000 * 65],
      ['2026-12', 'service', 0, 0],
      ['2026-11', 'service', 68_000, 68_000],
    ]);
  });

  test('behavior: authentication and authentication-international fill one count, in either order', () => {
    const terms = { startTime: november };
    const result = of(
      [
        { country: 'IN', category: 'authentication', count: 600_000, at: november - 1 },
        { country: 'IN', category: 'authentication', count: 600_000 },
      ],
      { authenticationInternational: terms },
    );
    const plain = (from: number): number => (from === 0 ? 600_000 * 14 : 150_000 * 14 + 450_000 * 13);
    const abroad = (from: number): number => (from === 0 ? 600_000 * 304 : 150_000 * 304 + 450_000 * 286);
    expect(range(result)).toEqual([plain(0) + abroad(1), plain(1) + abroad(0)]);
    expect(result.lines.map((line) => [line.category, ...range(line)])).toEqual([
      ['authentication', plain(1), plain(0)],
      ['authentication_international', abroad(1), abroad(0)],
    ]);
  });

  test('behavior: what is not known is counted apart, never as zero', () => {
    const result = estimate(
      [
        { country: 'BR', category: 'marketing', count: 100 },
        { country: 'DE', category: 'marketing', count: 40 },
        { country: 'BR', category: 'utility', count: 300_000 },
        { country: 'XX', category: 'utility', count: 7 },
        { market: 'Brazil', category: 'general_purpose_ai', count: 2 },
      ],
      { currency: 'BRL', at: november },
    );
    expect(result).toMatchObject({
      complete: false,
      unknown: 40 + 7 + 2,
      low: { scaledAmount: 321_700 + 250_000 * 350 + 50_000 * 245 },
      high: { scaledAmount: 321_700 + 300_000 * 350 },
      confidence: undefined,
    });
    expect(result.lines.map((line) => [line.market, line.unknown, line.reasons.at(-1)])).toEqual([
      ['Brazil', 0, 'marketing rate of the card 2026-10-01-BRL: 0.3217 BRL'],
      ['Germany', 40, 'the card 2026-10-01-BRL holds no market "Germany"'],
      [
        'Brazil',
        0,
        "the volume tiers of Brazil on 2026-10-01-BRL are not known from message 250,001 of the month on: from there a message costs the list rate at most, and no tier of Meta's lies more than 30 % below it (add Meta's tier file)",
      ],
      [undefined, 7, '"XX" is not in the market map: give an ISO 3166-1 code such as "BR"'],
      ['Brazil', 2, 'the rates for AI providers are not known to wabakit'],
    ]);
  });

  test('behavior: service messages of unknown rate may use up the free ones of others', () => {
    const aed = { currency: 'AED', at: november } as const;
    const rows: PlanRow[] = [
      { country: 'EG', category: 'service', count: 700 },
      { country: 'BR', category: 'service', count: 800 },
    ];
    const result = estimate(rows, aed);
    expect(range(result)).toEqual([0, 500 * 250]);
    expect(result.lines.map((line) => [line.market, line.free, line.unknown, ...range(line)])).toEqual([
      ['Egypt', 200, 500, undefined, undefined],
      ['Brazil', 300, 0, 0, 500 * 250],
    ]);
    expect(estimate([{ country: 'EG', category: 'service', count: 900 }], aed)).toMatchObject({
      complete: true,
    });
    expect(result.lines[0]?.reasons).toContain(
      'the service rate of Egypt on 2026-10-01-AED is not known to wabakit',
    );
  });

  test('behavior: before per-message pricing the price depends on the order: unknown', () => {
    const result = of([{ country: 'BR', category: 'marketing', count: 3, at: Date.UTC(2025, 5, 30) }]);
    expect(result).toMatchObject({ unknown: 3, complete: false });
    expect(result.lines[0]?.reasons).toEqual([
      'before 2025-07-01 the price depends on the order of the messages: use a ledger',
    ]);
    expect(
      estimate([{ country: 'BR', category: 'utility', count: 3 }], { currency: 'GBP', at: november })
        .lines[0],
    ).toMatchObject({
      unknown: 3,
      card: undefined,
    });
  });

  test('behavior: recipients by country, market, prefix or number, in one line when they are of one market', () => {
    const rows: PlanRow[] = [
      { country: 'BR', category: 'marketing', count: 1 },
      { market: 'Brazil', category: 'marketing', count: 1 },
      { prefix: '55', category: 'marketing', count: 1 },
      { to: '+5511987654321', category: 'marketing_lite', count: 1 },
    ];
    expect(of(rows).lines.map((line) => [line.category, line.messages, line.high?.scaledAmount])).toEqual([
      ['marketing', 3, 1875],
      ['marketing_lite', 1, 625],
    ]);
  });

  test('args: timeZone and cards decide the month and the card, a given card goes before the date', () => {
    const midnight = Date.UTC(2026, 9, 1);
    const row: PlanRow = { country: 'MX', category: 'marketing', count: 1 };
    expect(of([row], { at: midnight }).lines[0]).toMatchObject({
      month: '2026-10',
      high: { scaledAmount: 397 },
    });
    expect(of([row], { at: midnight, timeZone: 'America/Mexico_City' }).lines[0]).toMatchObject({
      month: '2026-09',
      high: { scaledAmount: 305 },
    });
    expect(of([row], { card: usd20260701 }).lines[0]).toMatchObject({
      high: { scaledAmount: 305 },
      card: '2026-07-01-USD',
    });
    const own: RateCard = {
      ...usd20260701,
      id: 'own',
      effectiveFrom: '2026-11-01',
      effectiveUntil: undefined,
    };
    expect(of([row], { cards: [own] }).lines[0]).toMatchObject({ high: { scaledAmount: 305 }, card: 'own' });
    const longAfter = Date.UTC(2100, 1, 1); // no card that is known lasts so long
    expect(of([row], { at: longAfter }).lines[0]).toMatchObject({ confidence: 'low' });
    expect(of([row], { at: longAfter, card: usd20261001 }).lines[0]).toMatchObject({ confidence: 'high' });
  });

  test('error: rows that are not valid', () => {
    const bad = (row: Partial<PlanRow>) => () =>
      of([{ country: 'BR', category: 'utility', count: 1, ...row }]);
    expect(bad({ count: -1 })).toThrow(
      'The plan has a row that cannot be priced with.\n  count: -1 is not a number of messages from 0 up.',
    );
    expect(bad({ count: 1.5 })).toThrow('count: 1.5');
    expect(bad({ insideWindow: 1.01, freeEntryPoint: -0.01 })).toThrow(
      '  insideWindow: 1.01 is not a share from 0 to 1.\n  freeEntryPoint: -0.01 is not a share from 0 to 1.',
    );
    expect(bad({ insideWindow: Number.NaN })).toThrow('insideWindow: NaN');
    expect(bad({ insideWindow: 1, freeEntryPoint: 0 })).not.toThrow();
    expect(bad({ country: undefined })).toThrow('to: give the recipient');
    expect(bad({ to: 'x' })).toThrow('to: "x"');
  });

  test('behavior: a row that fails leaves nothing behind; results may be asked for between rows', () => {
    const builder = createEstimate(usd);
    builder.add({ country: 'BR', category: 'service', count: 1200 });
    expect(range(builder.result())).toEqual([200 * 68, 200 * 68]);
    expect(() => builder.add({ to: '1', category: 'service', count: 5 })).toThrow('to');
    expect(range(builder.result())).toEqual([200 * 68, 200 * 68]);
    builder.add({ country: 'BR', category: 'service', count: 100 });
    builder.add({ country: 'BR', category: 'service', count: 0 });
    expect(range(builder.result())).toEqual([300 * 68, 300 * 68]);
    expect(range(createEstimate(usd).result())).toEqual([0, 0]);
  });
});

describe('properties', () => {
  const row: fc.Arbitrary<PlanRow> = fc.record({
    country: fc.constantFrom('BR', 'DE', 'IN', 'MX', 'UA', 'CA'),
    category: fc.constantFrom('marketing', 'utility', 'authentication', 'service' as const),
    count: fc.integer({ min: 0, max: 400_000 }),
    insideWindow: fc.constantFrom(undefined, 0, 0.5, 1),
    freeEntryPoint: fc.constantFrom(undefined, 0, 0.25),
  });
  const plan = fc.array(row, { maxLength: 8 });

  test('behavior: the order of the rows does not matter', () => {
    fc.assert(
      fc.property(plan, (rows) => {
        const straight = of(rows);
        const reversed = of([...rows].reverse());
        expect(range(reversed)).toEqual(range(straight));
        const keyed = (lines: readonly EstimateLine[]) =>
          lines
            .map(
              (line) =>
                `${line.market} ${line.category} ${line.low?.scaledAmount} ${line.high?.scaledAmount}`,
            )
            .sort();
        expect(keyed(reversed.lines)).toEqual(keyed(straight.lines));
      }),
    );
  });

  test('behavior: low is at most high, lines hold the total, every message is accounted for, a month counts the same in any zone', () => {
    fc.assert(
      fc.property(plan, (rows) => {
        const result = of(rows);
        expect(result.low.scaledAmount).toBeLessThanOrEqual(result.high.scaledAmount);
        const sum = (pick: (line: EstimateLine) => number): number =>
          result.lines.reduce((all, line) => all + pick(line), 0);
        expect(sum((line) => line.low?.scaledAmount ?? Number.NaN)).toBeLessThanOrEqual(
          result.low.scaledAmount,
        );
        expect(sum((line) => line.high?.scaledAmount ?? Number.NaN)).toBeGreaterThanOrEqual(
          result.high.scaledAmount,
        );
        expect(sum((line) => line.messages)).toBe(rows.reduce((all, one) => all + one.count, 0));
        expect(range(of(rows, { timeZone: 'Asia/Kolkata' }))).toEqual(range(result));
      }),
    );
  });

  test('behavior: the tiers of a whole are the sum of its parts, message by message', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Brazil', 'India', 'North America'),
        fc.constantFrom('utility', 'authentication' as const),
        fc.constantFrom(79_990, 99_990, 249_990, 499_990, 749_990),
        fc.integer({ min: 0, max: 30 }),
        (market, category, messages, count) => {
          let scaledAmount = 0;
          for (let volume = messages; volume < messages + count; volume += 1) {
            const quote = quoteFromCard({ card: usd20261001, market, category, volumeThisMonth: volume });
            scaledAmount += quote.outcome === 'priced' ? quote.amount.scaledAmount : Number.NaN;
          }
          const result = of([{ market, category, count }], { monthToDate: [{ market, category, messages }] });
          expect(range(result)).toEqual([scaledAmount, scaledAmount]);
        },
      ),
    );
  });

  test('behavior: more messages never cost less, and never more each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9e7 }), fc.integer({ min: 0, max: 1e7 }), (count, more) => {
        const few = of([{ market: 'Brazil', category: 'utility', count }]).high.scaledAmount;
        const many = of([{ market: 'Brazil', category: 'utility', count: count + more }]).high.scaledAmount;
        expect(many).toBeGreaterThanOrEqual(few);
        expect(many / (count + more)).toBeLessThanOrEqual(few / count);
      }),
    );
  });
});

/** What a scenario of a comparison costs in one order of delivery as in any other. */
const sure = (scaledAmount: number) => {
  const amount = createMoney('USD', scaledAmount);
  return { low: amount, high: amount, confidence: 'high' };
};

describe('compare', () => {
  const plan: PlanRow[] = [
    { country: 'DE', category: 'utility', count: 1000, insideWindow: 1 },
    { country: 'MX', category: 'marketing', count: 100 },
    { country: 'UA', category: 'marketing', count: 10 },
    { country: 'BR', category: 'authentication', count: 10 },
  ];

  test('default: what October 2026 changed, the largest change first', () => {
    const result = compareEstimates(plan, usd, [{ card: usd20260701 }, { card: usd20261001 }]);
    expect(result.scenarios.map((one) => one.label)).toEqual(['2026-07-01-USD', '2026-10-01-USD']);
    expect(result.change).toEqual(createMoney('USD', 550_000 + 9200));
    expect(result.lines).toEqual([
      {
        market: 'Germany',
        category: 'utility',
        amounts: [sure(0), sure(550_000)],
        change: createMoney('USD', 550_000),
      },
      {
        market: 'Mexico',
        category: 'marketing',
        amounts: [sure(30_500), sure(39_700)],
        change: createMoney('USD', 9200),
      },
      {
        market: 'Brazil',
        category: 'authentication',
        amounts: [sure(680), sure(680)],
        change: createMoney('USD', 0),
      },
      {
        market: 'Rest of Central & Eastern Europe',
        category: 'marketing',
        amounts: [sure(8600), undefined],
        change: undefined,
      },
      {
        market: 'Ukraine',
        category: 'marketing',
        amounts: [undefined, sure(8600)],
        change: undefined,
      },
    ]);
  });

  test('args: dates and labels; a date moves every row', () => {
    const rows = plan.map((row) => ({ ...row, at: 0 }));
    const result = compareEstimates(rows, usd, [{ at: september, label: 'before' }, { at: november }]);
    expect(result.scenarios.map((one) => one.label)).toEqual(['before', '2026-11-02']);
    expect(result.change).toEqual(createMoney('USD', 559_200));
  });

  test('behavior: a scenario with unknown prices has no change', () => {
    const result = compareEstimates(plan, { ...usd, currency: 'BRL' }, [{ at: september }, { at: november }]);
    expect(result.change).toBeUndefined();
    expect(result.lines.find((line) => line.market === 'Germany')?.amounts).toEqual([
      { low: createMoney('BRL', 0), high: createMoney('BRL', 0), confidence: 'high' },
      'unknown',
    ]);
  });

  test('error: fewer than two scenarios, or one without date and card', () => {
    expect(() => compareEstimates(plan, usd, [{ at: november }])).toThrow('scenarios: give at least two');
    expect(() => compareEstimates(plan, usd, [{ at: november }, {}])).toThrow(
      'scenarios: each scenario needs `at` or `card`.',
    );
  });
});

describe('withinBudget', () => {
  const rows: PlanRow[] = [
    { country: 'BR', category: 'service', count: 800 },
    { country: 'DE', category: 'service', count: 700 },
  ];
  const verdict = (scaledAmount: number, plan = rows) =>
    withinBudget(plan, createMoney('USD', scaledAmount), usd);

  test('default: yes in any order, no in none, unsure between', () => {
    expect(verdict(275_000)).toMatchObject({ within: 'within', left: { scaledAmount: 0 } });
    expect(verdict(274_999)).toMatchObject({ within: 'undecided', left: { scaledAmount: -1 } });
    expect(verdict(34_000)).toMatchObject({ within: 'undecided' });
    expect(verdict(33_999)).toMatchObject({ within: 'over', left: { scaledAmount: 33_999 - 275_000 } });
    expect(verdict(275_000).estimate.messages).toBe(1500);
  });

  test('behavior: an unknown price is never a yes', () => {
    const unsure = [...rows, { country: 'BR', category: 'general_purpose_ai', count: 1 } as const];
    expect(verdict(9_000_000, unsure)).toMatchObject({ within: 'undecided' });
    expect(verdict(1, unsure)).toMatchObject({ within: 'over' });
  });
});
