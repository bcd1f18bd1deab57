import { describe, expect, test } from 'vitest';
import {
  compareEstimates,
  createEstimate,
  createLedger,
  createMoney,
  estimate,
  PricingError,
  quote,
  quoteFromCard,
  usd20261001,
  withinBudget,
  type EstimateLine,
  type EstimateParams,
  type PlanRow,
} from 'wabakit/pricing';

const at = Date.UTC(2027, 0, 1, 12);
const usd = { currency: 'USD', at } as const;
const german: PlanRow = { country: 'DE', category: 'marketing', count: 100 };
const rule =
  'a business in India must be billed in INR since 2027-01-01: from an account in USD Meta delivers nothing';

/** Sendable or not, the range, and the last reason of each line. */
const said = (lines: readonly EstimateLine[]): readonly unknown[] =>
  lines.map(({ notSendable, low, high, reasons }) => [
    notSendable,
    low?.scaledAmount,
    high?.scaledAmount,
    reasons.at(-1),
  ]);

describe('the currency that a country demands', () => {
  test.each<[string, Partial<EstimateParams>, number]>([
    ['in India, billed in USD, on the day', { basedIn: 'IN' }, 100],
    ['in lower case', { basedIn: 'in' }, 100],
    ['the day before', { basedIn: 'IN', at: Date.UTC(2026, 11, 31, 12) }, 0],
    ['in Brazil, on its day', { basedIn: 'BR', at: Date.UTC(2027, 6, 1) }, 100],
    ['in Brazil, the day before', { basedIn: 'BR', at: Date.UTC(2027, 5, 30) }, 0],
    ['elsewhere', { basedIn: 'DE' }, 0],
    ['in its own currency', { basedIn: 'IN', currency: 'INR' }, 0],
    [
      'by the terms of authentication-international',
      { authenticationInternational: { startTime: 0, basedIn: 'IN' } },
      100,
    ],
    [
      "by the account's day",
      { basedIn: 'IN', at: Date.UTC(2026, 11, 31, 18, 30), timeZone: 'Asia/Kolkata' },
      100,
    ],
  ])('default: a business %s', (_, params, notSendable) => {
    const { lines, complete, messages, high } = estimate([german], { ...usd, ...params });
    expect(lines[0]?.notSendable).toBe(notSendable);
    expect([complete, messages, high.scaledAmount === 0]).toEqual([true, 100, notSendable === 100]);
  });

  test('behavior: the line says why, and costs nothing', () => {
    expect(said(estimate([german], { ...usd, basedIn: 'IN' }).lines)).toEqual([[100, 0, 0, rule]]);
  });

  test('behavior: rows of both sides of the day are two answers', () => {
    const rows = [german, { ...german, at: Date.UTC(2026, 11, 31) }];
    expect(estimate(rows, { ...usd, basedIn: 'IN' }).lines.map((line) => line.notSendable)).toEqual([100, 0]);
  });

  test('default: where the business is not known, lines of the two countries get a reason and keep their price', () => {
    const { lines } = estimate([german, { ...german, country: 'IN' }], usd);
    const reason = `${rule}; say where the business is with \`basedIn\``;
    expect(lines.map(({ notSendable, reasons }) => [notSendable, reasons.includes(reason)])).toEqual([
      [0, false],
      [0, true],
    ]);
  });

  test('behavior: a card that is given decides by its own day, in estimates, comparisons and quotes', () => {
    const card = { ...usd20261001, effectiveFrom: '2027-01-01' };
    expect(estimate([german], { ...usd, basedIn: 'IN', card: usd20261001 }).lines[0]?.notSendable).toBe(0);
    expect(estimate([german], { ...usd, at: 0, basedIn: 'IN', card }).lines[0]?.notSendable).toBe(100);
    const { scenarios } = compareEstimates([german], { ...usd, basedIn: 'IN' }, [
      { card: usd20261001 },
      { card },
    ]);
    expect(scenarios.map((one) => one.estimate.lines[0]?.notSendable)).toEqual([0, 100]);
    const ask = { country: 'DE', category: 'marketing', basedIn: 'IN' } as const;
    expect(quoteFromCard({ ...ask, card: usd20261001 }).outcome).toBe('priced');
    expect(quoteFromCard({ ...ask, card }).reasons.at(-1)).toBe(rule);
  });

  test('behavior: a comparison of two days shows it', () => {
    const dates = [{ at: Date.UTC(2026, 11, 31) }, { at }];
    const { change, lines } = compareEstimates([german], { ...usd, basedIn: 'IN' }, dates);
    expect(change).toEqual(createMoney('USD', -136_500));
    expect(lines[0]?.amounts[1]).toEqual({
      low: createMoney('USD', 0),
      high: createMoney('USD', 0),
      confidence: 'high',
    });
  });

  test.each(['Brazil', 'B', '91'])('error: %j is no country code', (basedIn) => {
    for (const ask of [
      () => estimate([german], { ...usd, basedIn }),
      () => quote({ ...usd, country: 'DE', category: 'utility', basedIn }),
      () => createLedger({ currency: 'USD', basedIn }),
      () => createEstimate({ ...usd, basedIn }),
    ]) {
      expect(ask).toThrow(PricingError);
      expect(ask).toThrow('is not an ISO 3166-1 code such as "BR"');
    }
  });
});

describe('ledger', () => {
  const deliver = (message: object, sentAt: number, deliveredAt: number) => {
    const ledger = createLedger({ currency: 'USD', basedIn: 'IN' });
    const base = { kind: 'sent', id: 'w', phoneNumberId: '1', user: 'someone', at: sentAt } as const;
    ledger.record({ kind: 'inbound', phoneNumberId: '1', user: 'someone', at: sentAt - 1 });
    ledger.record({ ...base, category: 'service', ...message });
    return ledger.record({ kind: 'delivered', id: 'w', at: deliveredAt })?.quote;
  };

  test('behavior: a message whose window closed on its way is under the rule of its delivery too', () => {
    const late = deliver({ to: '4915112345678' }, at, at + 25 * 3_600_000);
    expect([late?.outcome, late?.reasons.at(-1)]).toEqual(['not_sendable', rule]);
  });

  test('behavior: a message to a country that is not in the market map gets the reason', () => {
    const lost = deliver({ country: 'XX' }, at, at + 1);
    expect([lost?.outcome, lost?.reasons.at(-1)]).toEqual(['unknown', rule]);
  });
});

describe('max price', () => {
  const rows: PlanRow[] = [{ country: 'IN', category: 'marketing_lite', count: 1000 }, german];
  const inr = { currency: 'INR', at, basedIn: 'IN' } as const;

  test('default: a line of the Marketing Messages API goes from nothing to the bid', () => {
    const result = estimate(rows, { ...inr, maxPrice: { bidAmount: 87_000 } });
    expect(said(result.lines)[0]).toEqual([
      0,
      0,
      8_700_000,
      'max price: an auction sets the price, at most 0.8700 INR a message by its bid',
    ]);
    expect(result.lines[0]).toMatchObject({ messages: 1000, free: 0, unknown: 0, confidence: 'high' });
  });

  test('behavior: other categories keep their rate, and the whole is the sum of both', () => {
    const result = estimate(rows, { ...inr, maxPrice: { bidAmount: 87_000 } });
    const own = estimate([german], inr);
    expect(own.low).toEqual(own.high);
    expect(result.low).toEqual(own.low);
    expect(result.high.scaledAmount).toBe(own.high.scaledAmount + 8_700_000);
    expect(result.complete).toBe(true);
  });

  test('behavior: each message costs at most what quote says, with the multiplier', () => {
    const maxPrice = { bidAmount: 12_345, multiplier: 1.7 };
    const one = quote({ ...inr, country: 'IN', category: 'marketing_lite', maxPrice });
    const bound = one.outcome === 'at_most' ? one.limit.scaledAmount : 0;
    expect(bound).toBe(2099);
    const plan: PlanRow[] = [
      { country: 'IN', category: 'marketing_lite', count: 3 },
      { country: 'IN', category: 'marketing_lite', count: 4 },
    ];
    expect(estimate(plan, { ...inr, maxPrice }).high.scaledAmount).toBe(7 * bound);
  });

  test('behavior: what a free entry point makes free stays free', () => {
    const plan: PlanRow[] = [{ country: 'IN', category: 'marketing_lite', count: 10, freeEntryPoint: 0.4 }];
    const [line] = estimate(plan, { ...inr, maxPrice: { bidAmount: 87_000 } }).lines;
    expect([line?.free, line?.high?.scaledAmount]).toEqual([4, 6 * 8700]);
  });

  test('args: a bid that is not known is no price', () => {
    const result = estimate(rows, { ...inr, maxPrice: true });
    expect([result.complete, result.unknown, result.lines[0]?.high]).toEqual([false, 1000, undefined]);
    expect(result.lines[0]?.reasons.at(-1)).toBe(
      'an auction sets the price of a max-price template: give its bid',
    );
  });

  test('args: a budget between nothing and the bid is undecided, and below the rest it is over', () => {
    const params = { ...inr, maxPrice: { bidAmount: 87_000 } };
    const rest = estimate([german], inr).high.scaledAmount;
    const verdict = (units: number) => withinBudget(rows, createMoney('INR', units), params).within;
    expect([verdict(rest + 8_700_000), verdict(rest + 8_699_999), verdict(rest), verdict(rest - 1)]).toEqual([
      'within',
      'undecided',
      'undecided',
      'over',
    ]);
  });

  test('behavior: a comparison keeps the range, and the change is of the most', () => {
    const scenarios = [{ at: Date.UTC(2026, 9, 5) }, { at }];
    const { lines } = compareEstimates(rows, { ...inr, maxPrice: { bidAmount: 87_000 } }, scenarios);
    const line = lines.find(({ category }) => category === 'marketing_lite');
    const range = { low: createMoney('INR', 0), high: createMoney('INR', 8_700_000), confidence: 'high' };
    expect(line).toMatchObject({ amounts: [range, range], change: createMoney('INR', 0) });
  });

  test('error: a bid that is no whole number is refused with the first row that needs it', () => {
    const ask = () => estimate(rows, { ...inr, maxPrice: { bidAmount: 0.87 } });
    expect(ask).toThrow('0.87 is not a whole number from 1 up.');
    expect(estimate([german], { ...inr, maxPrice: { bidAmount: 0.87 } }).complete).toBe(true);
  });
});
