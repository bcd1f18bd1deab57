import { describe, expect, test } from 'vitest';
import {
  addMarkup,
  applyWindowEvent,
  canSendFreeForm,
  closedWindow,
  createMoney,
  estimate,
  findMarket,
  findRateCard,
  formatMoney,
  parseBillingTime,
  pricingModelAt,
  quote,
  quoteCall,
  roundMoney,
  type EstimateParams,
  type QuoteParams,
} from 'wabakit/pricing';

// Each option whose docstring states a default: left out, it gives what the stated default gives, and another value gives something else.

const hour = 3_600_000;
/** The last hour of September in UTC, which is October in Asia and still September in America. */
const turn = Date.UTC(2026, 8, 30, 23, 30);
const november = Date.UTC(2026, 10, 2, 15);
const wrote = applyWindowEvent(closedWindow, { kind: 'inbound', at: november - hour });
const entered = applyWindowEvent(closedWindow, { kind: 'inbound', at: november, entry: 'ad' });
const amount = createMoney('USD', 12_350);

const message = { to: '+5511987654321', category: 'utility', at: november, currency: 'USD' } as const;
const priced = (options: Partial<QuoteParams>) => quote({ ...message, ...options });
const called = (options: Partial<Parameters<typeof quoteCall>[0]>) =>
  quoteCall({
    to: '+5511987654321',
    direction: 'business_initiated',
    seconds: 60,
    at: november,
    currency: 'USD',
    ...options,
  });
const plan = [
  { country: 'BR', category: 'utility', count: 1000 },
  { country: 'BR', category: 'service', count: 3000 },
] as const;
type Rows = Parameters<typeof estimate>[0];
const estimated = (options: Partial<EstimateParams>, rows: Rows = plan) =>
  estimate(rows, { at: november, currency: 'USD', ...options });
const ofRow = (row: Partial<Rows extends Iterable<infer R> ? R : never>, category: 'service' | 'utility') =>
  estimated({}, [{ country: 'BR', category, count: 3000, ...row }]);

type Row = readonly [name: string, call: (value: never) => unknown, stated: unknown, other: unknown];

const rows: readonly Row[] = [
  ['quote timeZone', (timeZone) => priced({ timeZone, at: turn }), 'UTC', 'Asia/Tokyo'],
  [
    'quote cards',
    (cards) => priced({ cards }),
    [],
    [{ ...findRateCard({ currency: 'USD', at: november }), id: 'mine' }],
  ],
  ['quote window', (window) => priced({ window }), 'closed', 'both'],
  ['quote volumeThisMonth', (volumeThisMonth) => priced({ volumeThisMonth }), 0, 50_000_000],
  [
    'quote freeServiceMessagesUsed',
    (freeServiceMessagesUsed) => priced({ freeServiceMessagesUsed, category: 'service', window: wrote }),
    0,
    1000,
  ],
  [
    'quote freeBillingConversationsUsed',
    (freeBillingConversationsUsed) =>
      priced({
        freeBillingConversationsUsed,
        category: 'service',
        at: Date.UTC(2024, 5, 1),
        window: 'customer_service',
      }),
    0,
    1000,
  ],
  [
    'quote isExempt',
    (isExempt) => priced({ isExempt, category: 'service', window: wrote, freeServiceMessagesUsed: 5000 }),
    false,
    true,
  ],
  ['quote group', (group) => priced({ group, category: 'service', window: 'customer_service' }), false, true],
  [
    'quote reaction',
    (reaction) => priced({ reaction, category: 'service', window: wrote, freeServiceMessagesUsed: 5000 }),
    false,
    true,
  ],
  ['quoteCall timeZone', (timeZone) => called({ timeZone, at: turn }), 'UTC', undefined],
  ['quoteCall minutesUsed', (minutesUsed) => called({ minutesUsed }), 0, undefined],
  [
    'findMarket timeZone',
    (timeZone) => findMarket({ to: '+5511987654321', at: turn, timeZone }),
    'UTC',
    undefined,
  ],
  [
    'findRateCard timeZone',
    (timeZone) => findRateCard({ currency: 'USD', at: turn, timeZone })?.id,
    'UTC',
    'Asia/Tokyo',
  ],
  [
    'pricingModelAt timeZone',
    (timeZone) => pricingModelAt(Date.UTC(2025, 5, 30, 23, 30), timeZone),
    'UTC',
    'Asia/Tokyo',
  ],
  ['parseBillingTime timeZone', (timeZone) => parseBillingTime('2026-10-01', timeZone), 'UTC', 'Asia/Tokyo'],
  ['estimate timeZone', (timeZone) => estimated({ timeZone, at: turn }), 'UTC', 'Asia/Tokyo'],
  ['estimate phoneNumbers', (phoneNumbers) => estimated({ phoneNumbers }), 1, 2],
  [
    'estimate freeServiceMessagesUsed',
    (freeServiceMessagesUsed) => estimated({ freeServiceMessagesUsed }),
    0,
    500,
  ],
  ['estimate isExempt', (isExempt) => estimated({ isExempt }), false, true],
  ['plan insideWindow of service', (insideWindow) => ofRow({ insideWindow }, 'service'), 1, 0.5],
  [
    'plan insideWindow of templates',
    (insideWindow) => ofRow({ insideWindow, at: Date.UTC(2026, 5, 1) }, 'utility'),
    0,
    1,
  ],
  ['plan freeEntryPoint', (freeEntryPoint) => ofRow({ freeEntryPoint }, 'utility'), 0, 1],
  ['plan at', (at) => ofRow({ at }, 'utility'), november, Date.UTC(2025, 5, 1)],
  [
    'freeEntryPointHours',
    (freeEntryPointHours) =>
      applyWindowEvent(entered, { kind: 'outbound', at: november }, { freeEntryPointHours }),
    72,
    24,
  ],
  ['canSendFreeForm margin', (margin) => canSendFreeForm(wrote, november + 23 * hour - 1, { margin }), 0, 1],
  ['addMarkup percent', (percent) => addMarkup(amount, { percent }), 0, 15],
  [
    'addMarkup perMessage',
    (perMessage) => addMarkup(amount, { perMessage }),
    createMoney('USD', 0),
    createMoney('USD', 1),
  ],
  [
    'addMarkup messages',
    (messages) => addMarkup(amount, { perMessage: createMoney('USD', 5) }, messages),
    1,
    2,
  ],
  ['roundMoney digits', (digits) => roundMoney(amount, digits), 2, 1],
  ['roundMoney mode', (mode) => roundMoney(createMoney('USD', 12_250), 2, mode), 'half_even', 'up'],
  ['formatMoney locale', (locale) => formatMoney(amount, { locale }), 'en-US', 'pt-BR'],
  [
    'formatMoney minimumDigits',
    (minimumDigits) => formatMoney(createMoney('USD', 10_000), { minimumDigits }),
    2,
    4,
  ],
];

describe.each(rows)('default: %s', (_name, call, stated, other) => {
  const given = call as (value: unknown) => unknown;
  test('behavior: it is the stated one', () => {
    expect(given(undefined)).toEqual(given(stated));
  });
  if (other !== undefined)
    test('behavior: another value changes the result', () => {
      expect(given(undefined)).not.toEqual(given(other));
    });
});

test('default: freeEntryPointHours is 24 before 2023-03-01', () => {
  const march = Date.UTC(2023, 2, 1);
  const lasts = (at: number) => {
    const state = applyWindowEvent(closedWindow, { kind: 'inbound', at, entry: 'ad' });
    return ((applyWindowEvent(state, { kind: 'outbound', at }).freeUntil ?? 0) - at) / hour;
  };
  expect([lasts(march - 1), lasts(march)]).toEqual([24, 72]);
});
