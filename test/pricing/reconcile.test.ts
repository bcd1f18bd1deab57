import { describe, expect, test } from 'vitest';
import {
  createLedger,
  toLedgerEvents,
  createMoney,
  toPricingReports,
  reconcile,
  reconcileAnalytics,
  toSentEvent,
  type LedgerTotal,
  type MessageCategory,
  type PricingReport,
} from 'wabakit/pricing';

const at = Date.UTC(2026, 9, 5, 12);
const user = '5511987654321';

/** A ledger in which one message of the category was delivered as `w`. */
function ledgerWith(
  category: MessageCategory,
  options: { inside?: boolean; entry?: 'ad'; to?: string; at?: number; exempt?: boolean; used?: number } = {},
) {
  const ledger = createLedger({ currency: 'USD', keepEntries: true, isExempt: options.exempt });
  const who = { phoneNumberId: '106', user: options.to ?? user };
  const when = options.at ?? at;
  if (options.inside === true) ledger.record({ kind: 'inbound', ...who, at: when, entry: options.entry });
  if (options.used !== undefined) ledger.setFreeServiceUsed('2026-10', '106', options.used);
  ledger.record({ kind: 'sent', id: 'w', ...who, category, at: when });
  ledger.record({ kind: 'delivered', id: 'w', at: when });
  return ledger;
}

const report = (more: Partial<PricingReport> = {}): PricingReport => ({
  id: 'w',
  category: 'utility',
  type: 'regular',
  ...more,
});
const cause = (ledger: ReturnType<typeof ledgerWith>, one: PricingReport): string | undefined => {
  const result = reconcile(ledger, [one]);
  expect(result.agreed + result.differences.length).toBe(1);
  return result.differences[0] === undefined
    ? undefined
    : `${result.differences[0].cause}: ${result.differences[0].reason}`;
};

describe('reconcile', () => {
  test('default: agreement, repetitions counted once', () => {
    const result = reconcile(ledgerWith('utility'), [report(), report({ billable: true }), report()]);
    expect(result).toEqual({
      agreed: 1,
      duplicates: 2,
      differences: [],
      notReported: [],
      neverDelivered: [],
    });
  });

  test('behavior: spellings of one category are one', () => {
    const ledger = ledgerWith('authentication_international', { to: '919876543210' });
    for (const category of [
      'authentication-international',
      'authentication_international',
      'AUTHENTICATION_INTERNATIONAL',
    ]) {
      expect(cause(ledger, report({ category }))).toBeUndefined();
    }
    expect(cause(ledgerWith('utility'), report({ category: 'group_utility' }))).toBeUndefined();
    expect(
      cause(
        ledgerWith('service', { inside: true, entry: 'ad' }),
        report({ category: 'referral_conversion', type: 'free_entry_point' }),
      ),
    ).toBeUndefined();
  });

  test('behavior: each difference names its most likely cause', () => {
    expect(cause(ledgerWith('utility'), report({ category: 'marketing' }))).toBe(
      "category_changed: Meta billed marketing, the ledger utility: Meta changed the template's category",
    );
    expect(
      cause(
        ledgerWith('authentication', { to: '919876543210' }),
        report({ category: 'authentication-international' }),
      ),
    ).toBe(
      'authentication_international: Meta billed authentication_international, the ledger authentication: check eligibility and start times',
    );
    expect(cause(ledgerWith('general_purpose_ai'), report({ category: 'general_purpose_ai' }))).toBe(
      'unknown_price: the rates for AI providers are not known to wabakit',
    );
    expect(cause(ledgerWith('service'), report({ category: 'service', type: 'free_customer_service' }))).toBe(
      'window: Meta delivered what the ledger held to be refused (131047)',
    );
    expect(cause(ledgerWith('utility'), report({ type: 'free_entry_point' }))).toBe(
      'window: Meta says free_entry_point, the ledger regular: the free entry point window differs',
    );
    const september = Date.UTC(2026, 8, 5);
    expect(cause(ledgerWith('utility', { at: september }), report({ type: 'free_customer_service' }))).toBe(
      'window: Meta says free_customer_service, the ledger regular: the customer service window differs',
    );
    expect(
      cause(ledgerWith('service', { at: september, inside: true }), report({ category: 'service' })),
    ).toBe(
      'window: Meta says regular, the ledger free_customer_service: the customer service window differs',
    );
    expect(cause(ledgerWith('service', { inside: true }), report({ category: 'service' }))).toBe(
      'free_service: Meta says regular, the ledger free_customer_service: the count of free service messages differs',
    );
    expect(cause(ledgerWith('utility'), report({ type: 'something_new' }))).toBe(
      'type: Meta says something_new, the ledger regular',
    );
    expect(cause(ledgerWith('utility'), report({ subtype: 'paid_exempt' }))).toBe(
      'exempt: Meta says paid_exempt, the ledger not exempt',
    );
    const exempt = ledgerWith('service', {
      inside: true,
      exempt: true,
      used: 1000,
      at: Date.UTC(2026, 9, 20),
    });
    expect(cause(exempt, report({ category: 'service' }))).toBe(
      'exempt: Meta says not exempt, the ledger paid_exempt',
    );
    expect(cause(exempt, report({ category: 'service', subtype: 'paid_exempt' }))).toBeUndefined();
  });

  test('behavior: reports of before July 2025 carry billable alone', () => {
    expect(cause(ledgerWith('utility'), report({ type: undefined, billable: true }))).toBeUndefined();
    expect(cause(ledgerWith('utility'), report({ type: undefined, billable: false }))).toBe(
      'type: Meta says billable false, the ledger true',
    );
    expect(cause(ledgerWith('utility'), { id: 'w' })).toBeUndefined();
  });

  test('behavior: messages that only one side knows', () => {
    const ledger = ledgerWith('utility');
    ledger.record({ kind: 'sent', id: 'waiting', phoneNumberId: '106', user, category: 'utility', at });
    const result = reconcile(ledger, [report({ id: 'foreign' }), report({ id: 'waiting' })]);
    expect(result.differences).toEqual([
      {
        id: 'foreign',
        cause: 'not_in_ledger',
        entry: undefined,
        report: report({ id: 'foreign' }),
        reason: 'Meta reports a price for a message that the ledger does not hold',
      },
    ]);
    expect(result.notReported.map((entry) => entry.id)).toEqual(['w']);
    expect(result.neverDelivered.map((message) => message.id)).toEqual(['waiting']);
    expect(result.agreed).toBe(0);
  });

  test('behavior: a group message is compared member by member; entries of a store of your own will do', () => {
    const ledger = createLedger({ currency: 'USD', keepEntries: true });
    ledger.record({
      kind: 'sent',
      id: 'w',
      phoneNumberId: '106',
      user: 'group',
      group: true,
      category: 'utility',
      at,
    });
    ledger.record({ kind: 'delivered', id: 'w', at, recipient: user });
    ledger.record({ kind: 'delivered', id: 'w', at, recipient: '491701234567' });
    const result = reconcile({ entries: () => ledger.entries() }, [
      report({ recipient: user, category: 'group_utility' }),
    ]);
    expect(result).toMatchObject({ agreed: 1, differences: [], neverDelivered: [] });
    expect(result.notReported.map((entry) => entry.recipient)).toEqual(['491701234567']);
  });
});

describe('from webhook events', () => {
  const base = { phoneNumberId: '106', at, waId: user, type: 'text' };

  test('default: a whole exchange, from events to agreement', () => {
    const ledger = createLedger({ currency: 'USD', keepEntries: true });
    const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' };
    const events = [
      { kind: 'message', ...base },
      { kind: 'status', ...base, wamid: 'w', status: 'sent', pricing },
      { kind: 'status', ...base, wamid: 'w', status: 'delivered', pricing },
      { kind: 'status', ...base, wamid: 'w', status: 'read' },
    ];
    ledger.record(toSentEvent({ wamid: 'w' }, { phoneNumberId: '106', user, category: 'utility', at }));
    for (const event of events) for (const one of toLedgerEvents(event)) ledger.record(one);
    const result = reconcile(ledger, events.flatMap(toPricingReports));
    expect(result).toMatchObject({ agreed: 1, duplicates: 1, differences: [], notReported: [] });
  });

  test('behavior: messages and calls open windows, statuses price or drop', () => {
    expect(toLedgerEvents({ kind: 'message', ...base })).toEqual([
      { kind: 'inbound', phoneNumberId: '106', user, at, entry: undefined },
    ]);
    expect(toLedgerEvents({ kind: 'message', ...base, groupId: 'g' })).toMatchObject([{ user: 'g' }]);
    expect(toLedgerEvents({ kind: 'message', ...base, waId: undefined, bsuid: 'BR.1' })).toMatchObject([
      { user: 'BR.1' },
    ]);
    expect(toLedgerEvents({ kind: 'message', ...base, referral: { source_type: 'ad' } })).toMatchObject([
      { entry: 'ad' },
    ]);
    expect(toLedgerEvents({ kind: 'message', ...base, referral: { source_type: 'post' } })).toMatchObject([
      { entry: undefined },
    ]);
    const call = { kind: 'call', ...base, direction: 'USER_INITIATED', event: 'connect' };
    expect(toLedgerEvents(call)).toEqual([
      { kind: 'call', phoneNumberId: '106', user, at, entry: undefined },
    ]);
    expect(toLedgerEvents({ ...call, event: 'terminate' })).toEqual([]);
    expect(toLedgerEvents({ ...call, direction: 'BUSINESS_INITIATED' })).toEqual([]);
    expect(toLedgerEvents({ kind: 'callStatus', ...base, status: 'ACCEPTED' })).toMatchObject([
      { kind: 'call' },
    ]);
    expect(toLedgerEvents({ kind: 'callStatus', ...base, status: 'REJECTED' })).toEqual([]);
    for (const status of ['delivered', 'read', 'played']) {
      expect(toLedgerEvents({ kind: 'status', ...base, wamid: 'w', status })).toEqual([
        { kind: 'delivered', id: 'w', at, recipient: undefined },
      ]);
    }
    expect(toLedgerEvents({ kind: 'status', ...base, wamid: 'w', status: 'failed' })).toEqual([
      { kind: 'failed', id: 'w', at },
    ]);
    expect(
      toLedgerEvents({ kind: 'status', ...base, wamid: 'w', status: 'delivered', groupId: 'g' }),
    ).toMatchObject([{ recipient: user }]);
    expect(
      toLedgerEvents({
        kind: 'status',
        ...base,
        waId: undefined,
        bsuid: 'BR.1',
        wamid: 'w',
        status: 'read',
        groupId: 'g',
      }),
    ).toMatchObject([{ recipient: 'BR.1' }]);
  });

  test('behavior: what says nothing about windows or prices gives nothing', () => {
    expect(toLedgerEvents({ kind: 'status', ...base, wamid: 'w', status: 'sent' })).toEqual([]);
    expect(toLedgerEvents({ kind: 'status', ...base, status: 'delivered' })).toEqual([]);
    expect(toLedgerEvents({ kind: 'status', wamid: 'w', status: 'delivered' })).toEqual([]);
    expect(toLedgerEvents({ kind: 'message', ...base, phoneNumberId: undefined })).toEqual([]);
    expect(toLedgerEvents({ kind: 'message', ...base, waId: undefined })).toEqual([]);
    expect(toLedgerEvents({ kind: 'message', ...base, at: undefined })).toEqual([]);
    expect(toLedgerEvents({ kind: 'unknown', ...base })).toEqual([]);
  });

  test('behavior: reports are taken from statuses with a price alone', () => {
    const pricing = {
      billable: false,
      pricing_model: 'PMP',
      type: 'free_customer_service',
      category: 'service',
      subtype: 'x',
    };
    const status = { kind: 'status', ...base, wamid: 'w', status: 'sent', pricing };
    expect(toPricingReports(status)).toEqual([
      {
        id: 'w',
        recipient: undefined,
        category: 'service',
        type: 'free_customer_service',
        billable: false,
        subtype: 'x',
        model: 'PMP',
      },
    ]);
    expect(toPricingReports({ ...status, groupId: 'g' })).toMatchObject([{ recipient: user }]);
    expect(toPricingReports({ ...status, groupId: 'g', waId: undefined, bsuid: 'BR.1' })).toMatchObject([
      { recipient: 'BR.1' },
    ]);
    expect(toPricingReports({ ...status, status: 'failed' })).toEqual([]);
    expect(toPricingReports({ ...status, pricing: undefined })).toEqual([]);
    expect(toPricingReports({ ...status, wamid: undefined })).toEqual([]);
    expect(toPricingReports({ ...status, kind: 'message' })).toEqual([]);
  });
});

describe('reconcileAnalytics', () => {
  const start = Date.UTC(2026, 9, 5) / 1000;
  const point = {
    start,
    end: start + 86_400,
    country: 'BR',
    pricing_category: 'UTILITY',
    pricing_type: 'REGULAR',
  };
  const total = (more: Partial<LedgerTotal<'USD'>> = {}): LedgerTotal<'USD'> => ({
    month: '2026-10',
    phoneNumberId: '106',
    market: 'Brazil',
    category: 'utility',
    type: 'regular',
    tierFrom: 0,
    messages: 100,
    amount: createMoney('USD', 6800),
    ...more,
  });
  const compare = (totals: LedgerTotal<'USD'>[], volume: number, cost: number, tolerance?: number) =>
    reconcileAnalytics(totals, [{ ...point, volume, cost }], { currency: 'USD', tolerance });

  test('default: agreement by month, market, category and type', () => {
    expect(
      compare(
        [
          total({ messages: 60, amount: createMoney('USD', 4080) }),
          total({ phoneNumberId: '107', messages: 40, amount: createMoney('USD', 2720) }),
        ],
        100,
        0.68,
      ),
    ).toEqual([
      {
        month: '2026-10',
        market: 'Brazil',
        category: 'utility',
        type: 'regular',
        messages: { ledger: 100, meta: 100 },
        amount: { ledger: createMoney('USD', 6800), meta: createMoney('USD', 6800) },
        difference: createMoney('USD', 0),
        cause: undefined,
      },
    ]);
  });

  test('behavior: the cause of a difference', () => {
    expect(compare([total()], 99, 0.6732)[0]).toMatchObject({
      cause: 'count',
      difference: createMoney('USD', -68),
    });
    expect(compare([total()], 100, 0.65)[0]).toMatchObject({
      cause: 'tier_or_rate',
      difference: createMoney('USD', -300),
    });
    expect(compare([total()], 100, 0.65, 3)[0]).toMatchObject({ cause: undefined });
    expect(compare([total()], 100, 0.65, 2.99)[0]).toMatchObject({ cause: 'tier_or_rate' });
    expect(compare([total({ type: 'unknown', amount: createMoney('USD', 0) })], 100, 0.68)[0]).toMatchObject({
      type: 'regular',
      cause: 'unknown_price',
      messages: { ledger: 100, meta: 100 },
    });
    expect(compare([total({ type: 'not_sendable' })], 100, 0.68)[0]).toMatchObject({
      cause: 'count',
      messages: { ledger: 0, meta: 100 },
    });
  });

  test('behavior: what only one side has; free points cost nothing; spelling and zone', () => {
    const options = { currency: 'USD', timeZone: 'America/Sao_Paulo' } as const;
    const first = Date.UTC(2026, 10, 1) / 1000;
    const lines = reconcileAnalytics(
      [total()],
      [
        {
          start: first,
          end: first + 1,
          country: 'IN',
          pricing_category: 'AUTHENTICATION-INTERNATIONAL',
          pricing_type: 'FREE_ENTRY_POINT',
          volume: 3,
        },
        { start: first, end: first + 1, volume: 1, cost: 1 },
      ],
      options,
    );
    expect(
      lines.map((line) => [
        line.month,
        line.market,
        line.category,
        line.type,
        line.messages.meta,
        line.amount.meta?.scaledAmount,
      ]),
    ).toEqual([
      ['2026-10', 'Brazil', 'utility', 'regular', 0, 0],
      ['2026-10', 'India', 'authentication_international', 'free_entry_point', 3, 0],
      ['2026-10', undefined, '', '', 1, 10_000],
    ]);
  });

  test('error: points that are none', () => {
    expect(() => compare([], 1.5, 1)).toThrow('points: volume 1.5 and cost 1 are not a data point.');
    expect(() => compare([], 1, Number.NaN)).toThrow('cost NaN');
  });
});
