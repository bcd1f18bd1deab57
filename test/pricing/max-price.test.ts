import { describe, expect, test } from 'vitest';
import {
  createLedger,
  quote,
  quoteGroup,
  reconcile,
  reconcileAnalytics,
  toLedgerEvents,
  toPricingReports,
  type Currency,
  type LedgerSnapshot,
  type PricingReport,
  type Quote,
  type QuoteParams,
} from 'wabakit/pricing';

const at = Date.UTC(2026, 9, 15, 12);
const india = '919876543210';

const ask = (params: Partial<QuoteParams> = {}): Quote =>
  quote({
    to: india,
    category: 'marketing_lite',
    at,
    currency: 'INR',
    maxPrice: { bidAmount: 87_000 },
    ...params,
  });

const said = (quoted: Quote | undefined): string => {
  switch (quoted?.outcome) {
    case 'priced':
      return `priced ${quoted.amount.scaledAmount}`;
    case 'at_most':
      return `at_most ${quoted.limit.scaledAmount}`;
    case 'unknown':
      return `unknown ${quoted.missing}`;
    case 'not_sendable':
      return `not_sendable ${quoted.errorCode}`;
    case undefined:
      return 'nothing';
  }
};

describe('quote', () => {
  test("default: Meta's example: 0.87 rupees a message are a bid of 87000", () => {
    expect(ask()).toEqual({
      outcome: 'at_most',
      limit: { currency: 'INR', scaledAmount: 8700, scale: 4 },
      market: 'India',
      category: 'marketing_lite',
      pricingType: 'regular',
      billable: true,
      countedIn: undefined,
      opens: undefined,
      model: 'message_2026',
      confidence: 'high',
      reasons: [
        'prefix 91 belongs to the market India',
        'no window is open',
        'max price: an auction sets the price, at most 0.8700 INR a message by its bid',
      ],
    });
  });

  test.each([
    [{ bidAmount: 1 }, 'at_most 1'],
    [{ bidAmount: 10 }, 'at_most 1'],
    [{ bidAmount: 11 }, 'at_most 2'],
    [{ bidAmount: 87_000, multiplier: 1.1 }, 'at_most 9570'],
    [{ bidAmount: 87_000, multiplier: 0.5 }, 'at_most 4350'],
    [true, 'unknown bid'],
    [undefined, 'priced 8631'],
  ] as const)('behavior: a max price of %o is %s', (maxPrice, expected) => {
    expect(said(ask({ maxPrice }))).toBe(expected);
  });

  test.each(['CLP', 'COP', 'IDR'] as const)(
    'behavior: how Meta reads a bid in %s is not known',
    (currency: Currency) => {
      expect(ask({ currency })).toMatchObject({ outcome: 'unknown', missing: 'bid' });
    },
  );

  test('behavior: windows and the United States come before the auction', () => {
    expect(said(ask({ window: 'free_entry_point' }))).toBe('priced 0');
    expect(said(ask({ window: 'customer_service' }))).toBe('at_most 8700');
    expect(said(ask({ to: '+12125550100' }))).toBe('not_sendable 131049');
  });

  test.each([
    [{ bidAmount: 0 }, 'maxPrice.bidAmount'],
    [{ bidAmount: 1.5 }, 'maxPrice.bidAmount'],
    [{ bidAmount: 1, multiplier: 0 }, 'maxPrice.multiplier'],
    [{ bidAmount: 1, multiplier: Number.NaN }, 'maxPrice.multiplier'],
  ])('error: %o', (maxPrice, path) => {
    expect(() => ask({ maxPrice })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path })] }),
    );
  });

  test('error: a max price of another category', () => {
    expect(() => ask({ category: 'marketing' })).toThrow('needs the category marketing_lite');
  });

  test('args: a group has no max price', () => {
    const group = quoteGroup({ recipients: [india], category: 'marketing_lite', at, currency: 'INR' });
    expect([group.complete, group.amount.scaledAmount]).toEqual([true, 8631]);
  });
});

const cost = (amount: number, currency = 'INR') => ({ amount, currency });
const bid = { bidAmount: 87_000 };

function ledgerOf(maxPrice: QuoteParams['maxPrice'] = bid, snapshot?: LedgerSnapshot<'INR'>) {
  const ledger = createLedger({ currency: 'INR', keepEntries: true }, snapshot);
  const message = { phoneNumberId: '1', user: india, category: 'marketing_lite', maxPrice } as const;
  ledger.record({ kind: 'sent', id: 'w', ...message, at });
  return ledger;
}

const lines = (ledger: ReturnType<typeof ledgerOf>) =>
  ledger.totals().map(({ type, messages, amount }) => `${type} ${messages} ${amount.scaledAmount}`);

describe('the ledger', () => {
  test('default: the cost of the status takes the place of the bid', () => {
    const ledger = ledgerOf();
    const entry = ledger.record({ kind: 'delivered', id: 'w', at, cost: cost(0.4321) });
    expect(entry?.quote).toMatchObject({
      outcome: 'priced',
      amount: { currency: 'INR', scaledAmount: 4321, scale: 4 },
      rate: undefined,
      market: 'India',
      category: 'marketing_lite',
      pricingType: 'regular',
      billable: true,
      card: undefined,
      confidence: 'medium',
    });
    expect(entry?.quote.reasons.at(-1)).toBe(
      "the status says that it cost 0.4321 INR: Meta's estimate, the invoice counts",
    );
    expect(lines(ledger)).toEqual(['regular 1 4321']);
    expect(ledger.snapshot().uncosted).toEqual([]);
  });

  test('behavior: a cost that comes with a later status corrects the entry, its total and its place', () => {
    const ledger = ledgerOf();
    expect(said(ledger.record({ kind: 'delivered', id: 'w', at })?.quote)).toBe('at_most 8700');
    expect(lines(ledger)).toEqual(['at_most 1 8700']);
    expect(ledger.record({ kind: 'delivered', id: 'w', at: at + 1 })).toBeUndefined();
    const entry = ledger.record({ kind: 'delivered', id: 'w', at: at + 2, cost: cost(0.5) });
    expect([said(entry?.quote), entry?.at]).toEqual(['priced 5000', at]);
    expect(lines(ledger)).toEqual(['regular 1 5000']);
    expect(ledger.entries()).toEqual([entry]);
    expect(ledger.record({ kind: 'delivered', id: 'w', at: at + 3, cost: cost(0.6) })).toBeUndefined();
    expect(lines(ledger)).toEqual(['regular 1 5000']);
  });

  test('behavior: without entries the totals are corrected too', () => {
    const ledger = createLedger({ currency: 'INR' });
    for (const id of ['w', 'v']) {
      ledger.record({
        kind: 'sent',
        id,
        phoneNumberId: '1',
        user: india,
        category: 'marketing_lite',
        maxPrice: bid,
        at,
      });
      ledger.record({ kind: 'delivered', id, at });
    }
    ledger.record({ kind: 'delivered', id: 'v', at, cost: cost(0.2) });
    expect(ledger.totals().map((line) => [line.type, line.messages, line.amount.scaledAmount])).toEqual([
      ['at_most', 1, 8700],
      ['regular', 1, 2000],
    ]);
    expect(ledger.entries()).toEqual([]);
  });

  test('behavior: a snapshot keeps what waits for its cost', () => {
    const ledger = ledgerOf();
    ledger.record({ kind: 'delivered', id: 'w', at });
    const again = ledgerOf(bid, JSON.parse(JSON.stringify(ledger.snapshot())) as LedgerSnapshot<'INR'>);
    expect(said(again.record({ kind: 'delivered', id: 'w', at, cost: cost(0.5) })?.quote)).toBe(
      'priced 5000',
    );
    expect(again.entries().map((entry) => said(entry.quote))).toEqual(['priced 5000']);
  });

  test('behavior: a message whose template is not known to have a max price takes the cost as well', () => {
    const ledger = createLedger({ currency: 'INR' });
    ledger.record({ kind: 'sent', id: 'w', phoneNumberId: '1', user: india, category: 'marketing_lite', at });
    expect(said(ledger.record({ kind: 'delivered', id: 'w', at })?.quote)).toBe('priced 8631');
    expect(said(ledger.record({ kind: 'delivered', id: 'w', at, cost: cost(0.5) })?.quote)).toBe(
      'priced 5000',
    );
  });

  test('behavior: a cost that overtakes the answer of the API waits for it', () => {
    const ledger = createLedger({ currency: 'INR' });
    ledger.record({ kind: 'delivered', id: 'w', at, cost: cost(0.5) });
    const entry = ledger.record({
      kind: 'sent',
      id: 'w',
      phoneNumberId: '1',
      user: india,
      category: 'marketing_lite',
      at,
    });
    expect(said(entry?.quote)).toBe('priced 5000');
  });

  test.each([
    [true, cost(0.5, 'USD'), 'unknown bid', 'the status says 0.5 USD, which is no amount in INR'],
    [bid, cost(-1), 'at_most 8700', 'the status says -1 INR, which is no amount in INR'],
    [bid, cost(Number.NaN), 'at_most 8700', 'the status says NaN INR, which is no amount in INR'],
  ] as const)('behavior: %o with %o stays', (maxPrice, reported, expected, reason) => {
    const entry = ledgerOf(maxPrice).record({ kind: 'delivered', id: 'w', at, cost: reported });
    expect(said(entry?.quote)).toBe(expected);
    expect(entry?.quote.reasons.at(-1)).toBe(reason);
  });

  test('behavior: a cost of nothing is a price', () => {
    const entry = ledgerOf().record({ kind: 'delivered', id: 'w', at, cost: cost(0) });
    expect(said(entry?.quote)).toBe('priced 0');
  });
});

describe('reconcile', () => {
  const report = (more: Partial<PricingReport> = {}): PricingReport => ({
    id: 'w',
    category: 'marketing_lite',
    type: 'regular',
    ...more,
  });
  const delivered = (reported?: ReturnType<typeof cost>) => {
    const ledger = ledgerOf();
    ledger.record({ kind: 'delivered', id: 'w', at, cost: reported });
    return ledger;
  };
  const differences = (ledger: ReturnType<typeof ledgerOf>, reports: readonly PricingReport[]) =>
    reconcile(ledger, reports).differences.map((one) => `${one.cause}: ${one.reason}`);

  test('default: the cost of the ledger is the cost of the status', () => {
    expect(reconcile(delivered(cost(0.5)), [report({ cost: cost(0.5) })])).toMatchObject({
      agreed: 1,
      differences: [],
    });
  });

  test('behavior: another cost is a difference, with both amounts', () => {
    expect(differences(delivered(cost(0.5)), [report({ cost: cost(0.6) })])).toEqual([
      'cost: Meta says that it cost 0.6 INR, the ledger 0.5000 INR',
    ]);
    expect(differences(delivered(), [report({ cost: cost(0.6) })])).toEqual([
      'cost: Meta says that it cost 0.6 INR, the ledger at most 0.8700 INR',
    ]);
    expect(differences(delivered(cost(0.5)), [report({ cost: cost(0.5, 'USD') })])).toEqual([
      'cost: Meta says that it cost 0.5 USD, the ledger 0.5000 INR',
    ]);
  });

  test('behavior: a bound that no status has turned into a cost is no agreement', () => {
    expect(differences(delivered(), [report()])).toEqual([
      'unknown_price: an auction sets the price: at most 0.8700 INR, and no status says what it cost',
    ]);
  });

  test('behavior: the cost of any of the statuses of a message counts', () => {
    const reports = [report(), report({ cost: cost(0.6) }), report({ cost: cost(0.7) })];
    expect(reconcile(delivered(cost(0.6)), reports)).toMatchObject({
      agreed: 1,
      duplicates: 2,
      differences: [],
    });
  });

  test('behavior: from webhook events to agreement', () => {
    const ledger = ledgerOf();
    const status = {
      kind: 'status',
      phoneNumberId: '1',
      wamid: 'w',
      waId: india,
      status: 'delivered',
      at,
      pricing: { type: 'regular', category: 'marketing_lite', pricing_model: 'PMP', cost: cost(0.0123) },
    } as const;
    expect(toLedgerEvents(status)).toEqual([
      { kind: 'delivered', id: 'w', at, recipient: undefined, cost: cost(0.0123) },
    ]);
    for (const event of toLedgerEvents(status)) ledger.record(event);
    expect(reconcile(ledger, toPricingReports(status)).agreed).toBe(1);
    expect(lines(ledger)).toEqual(['regular 1 123']);
  });

  test('behavior: in analytics a bound is no known price', () => {
    const point = {
      start: at / 1000,
      end: at / 1000 + 60,
      country: 'IN',
      pricing_category: 'MARKETING_LITE',
      pricing_type: 'REGULAR',
      volume: 1,
      cost: 0.5,
    };
    const causes = (ledger: ReturnType<typeof ledgerOf>) =>
      reconcileAnalytics(ledger.totals(), [point], { currency: 'INR' }).map((line) => [
        line.type,
        line.cause,
      ]);
    expect(causes(delivered())).toEqual([['regular', 'unknown_price']]);
    expect(causes(delivered(cost(0.5)))).toEqual([['regular', undefined]]);
  });
});
