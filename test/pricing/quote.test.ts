import { describe, expect, test } from 'vitest';
import {
  closedWindow,
  quote,
  quoteFromCard,
  usd20260701,
  usd20261001,
  applyWindowEvent,
  type OpenWindows,
  type Quote,
  type QuoteParams,
  type RateCard,
} from 'wabakit/pricing';
import { rateCards } from '../../src/pricing/data/rate-cards.ts';

const hour = 3_600_000;
const september = Date.UTC(2026, 8, 15, 12);
const october = Date.UTC(2026, 9, 15, 12);

const ask = (params: Partial<QuoteParams>): Quote =>
  quote({ to: '+5511987654321', category: 'utility', at: october, currency: 'USD', ...params });

const outcome = (quoted: Quote): string =>
  quoted.outcome === 'priced'
    ? `${quoted.pricingType} ${quoted.amount.scaledAmount}`
    : quoted.outcome === 'unknown'
      ? `unknown ${quoted.missing}`
      : quoted.outcome === 'not_sendable'
        ? `not_sendable ${quoted.errorCode}`
        : `at_most ${quoted.limit.scaledAmount}`;

describe('what is charged', () => {
  type Row = [at: string, category: QuoteParams['category'], window: OpenWindows, expected: string];
  const rows: Row[] = [
    ['september', 'marketing', 'closed', 'regular 625'],
    ['september', 'marketing', 'customer_service', 'regular 625'],
    ['september', 'marketing', 'free_entry_point', 'free_entry_point 0'],
    ['september', 'marketing', 'both', 'free_entry_point 0'],
    ['september', 'marketing_lite', 'closed', 'regular 625'],
    ['september', 'authentication', 'closed', 'regular 68'],
    ['september', 'authentication', 'customer_service', 'regular 68'],
    ['september', 'authentication', 'both', 'free_entry_point 0'],
    ['september', 'utility', 'closed', 'regular 68'],
    ['september', 'utility', 'customer_service', 'free_customer_service 0'],
    ['september', 'utility', 'free_entry_point', 'free_entry_point 0'],
    ['september', 'utility', 'both', 'free_entry_point 0'],
    ['september', 'service', 'closed', 'not_sendable 131047'],
    ['september', 'service', 'customer_service', 'free_customer_service 0'],
    ['september', 'service', 'free_entry_point', 'not_sendable 131047'],
    ['september', 'service', 'both', 'free_entry_point 0'],
    ['october', 'marketing', 'closed', 'regular 625'],
    ['october', 'marketing', 'customer_service', 'regular 625'],
    ['october', 'marketing', 'both', 'free_entry_point 0'],
    ['october', 'marketing_lite', 'both', 'free_entry_point 0'],
    ['october', 'authentication', 'customer_service', 'regular 68'],
    ['october', 'authentication', 'free_entry_point', 'free_entry_point 0'],
    ['october', 'utility', 'closed', 'regular 68'],
    ['october', 'utility', 'customer_service', 'regular 68'],
    ['october', 'utility', 'both', 'free_entry_point 0'],
    ['october', 'service', 'closed', 'not_sendable 131047'],
    ['october', 'service', 'customer_service', 'free_customer_service 0'],
    ['october', 'service', 'free_entry_point', 'not_sendable 131047'],
    ['october', 'service', 'both', 'free_entry_point 0'],
    ['october', 'general_purpose_ai', 'customer_service', 'unknown category'],
  ];
  test.each(rows)('default: %s, %s, %s: %s', (at, category, window, expected) => {
    const when = at === 'september' ? september : october;
    expect(outcome(ask({ at: when, category, window }))).toBe(expected);
  });

  test("behavior: Meta's worked example: only the messages at hours 0 and 30 are charged", () => {
    const from = Date.UTC(2026, 1, 10, 8);
    const at = (hours: number): number => from + hours * hour;
    const window = applyWindowEvent(closedWindow, { kind: 'inbound', at: at(2) });
    expect(outcome(ask({ category: 'marketing', at: at(0), window: closedWindow }))).toBe('regular 625');
    expect(outcome(ask({ category: 'service', at: at(3), window }))).toBe('free_customer_service 0');
    expect(outcome(ask({ category: 'utility', at: at(4), window }))).toBe('free_customer_service 0');
    expect(outcome(ask({ category: 'utility', at: at(30), window }))).toBe('regular 68');
  });

  test('behavior: the window is the state at the time of the message', () => {
    const window = applyWindowEvent(closedWindow, { kind: 'inbound', at: september });
    expect(outcome(ask({ at: september + 24 * hour - 1, window }))).toBe('free_customer_service 0');
    expect(outcome(ask({ at: september + 24 * hour, window }))).toBe('regular 68');
  });

  test('behavior: the answer that opens the free entry point window is free itself', () => {
    const entry = applyWindowEvent(closedWindow, { kind: 'inbound', at: october, entry: 'ad' });
    const window = applyWindowEvent(entry, { kind: 'outbound', at: october + hour });
    expect(outcome(ask({ category: 'service', at: october + hour, window }))).toBe('free_entry_point 0');
    expect(outcome(ask({ category: 'marketing', at: october + 73 * hour - 1, window }))).toBe(
      'free_entry_point 0',
    );
    const after = ask({ category: 'marketing', at: october + 73 * hour, window });
    expect(after).toMatchObject({ amount: { scaledAmount: 625 }, confidence: 'low' });
    expect(after.reasons).toContain(
      'the free entry point window is past its sure 72 hours; since 2026-09-28 it may stay open for up to 7 days, which would make the message free',
    );
  });
});

describe('the free service messages of October 2026', () => {
  test('default: number 1,000 is free, number 1,001 is charged at the service rate', () => {
    const service = { category: 'service', window: 'customer_service' } as const;
    expect(ask({ ...service, freeServiceMessagesUsed: 999 })).toMatchObject({
      pricingType: 'free_customer_service',
      countedIn: 'free_service',
      billable: false,
      rate: undefined,
    });
    expect(ask({ ...service, freeServiceMessagesUsed: 1000 })).toMatchObject({
      pricingType: 'regular',
      amount: { currency: 'USD', scaledAmount: 68, scale: 4 },
      countedIn: undefined,
      billable: true,
      tier: undefined,
    });
  });

  test('behavior: in a group the free type has its own name', () => {
    const group = { category: 'service', window: 'customer_service', group: true } as const;
    expect(outcome(ask(group))).toBe('free_group_customer_service 0');
    expect(outcome(ask({ ...group, freeServiceMessagesUsed: 1000 }))).toBe('regular 68');
  });

  test('behavior: a reaction is neither charged nor counted', () => {
    expect(
      ask({ category: 'service', window: 'customer_service', reaction: true, freeServiceMessagesUsed: 5000 }),
    ).toMatchObject({ amount: { scaledAmount: 0 }, countedIn: undefined, billable: false });
  });

  test('behavior: an exempt organisation pays no service from 2026-10-12 to 2027-12-31', () => {
    const exempt = {
      category: 'service',
      window: 'customer_service',
      isExempt: true,
      freeServiceMessagesUsed: 1000,
    } as const;
    const start = Date.UTC(2026, 9, 12);
    const end = Date.UTC(2028, 0, 1);
    expect(ask({ ...exempt, at: start - 1 })).toMatchObject({
      amount: { scaledAmount: 68 },
      subtype: undefined,
    });
    expect(ask({ ...exempt, at: start })).toMatchObject({
      amount: { scaledAmount: 0 },
      pricingType: 'regular',
      subtype: 'paid_exempt',
      billable: false,
    });
    expect(ask({ ...exempt, at: end - 1 })).toMatchObject({ amount: { scaledAmount: 0 } });
    expect(ask({ ...exempt, at: end })).toMatchObject({ amount: { scaledAmount: 68 } });
    expect(ask({ ...exempt, freeServiceMessagesUsed: 3 })).toMatchObject({
      pricingType: 'free_customer_service',
    });
  });
});

describe('volume tiers', () => {
  test.each([
    [0, 68, 0],
    [249_999, 68, 0],
    [250_000, 65, 250_001],
    [1_999_999, 65, 250_001],
    [2_000_000, 61, 2_000_001],
    [69_999_999, 54, 35_000_001],
    [70_000_000, 51, 70_000_001],
    [9_000_000_000, 51, 70_000_001],
  ])('default: after %i messages a utility message to Brazil costs %i', (volume, scaledAmount, from) => {
    expect(ask({ volumeThisMonth: volume })).toMatchObject({
      amount: { scaledAmount },
      rate: scaledAmount,
      tier: { from },
      countedIn: 'volume_tier',
    });
  });

  test('behavior: authentication-international continues the count of authentication in its own column', () => {
    const india = { to: '919876543210', category: 'authentication', volumeThisMonth: 750_000 } as const;
    const terms = { startTime: october - 1 };
    expect(ask(india)).toMatchObject({ rate: 13, category: 'authentication' });
    expect(ask({ ...india, authenticationInternational: terms })).toMatchObject({
      rate: 286,
      category: 'authentication_international',
    });
  });

  test('behavior: marketing and service have none', () => {
    expect(ask({ category: 'marketing', volumeThisMonth: 1e9 })).toMatchObject({
      rate: 625,
      tier: undefined,
      countedIn: undefined,
    });
  });

  test('behavior: past the tiers that are known the answer is unknown', () => {
    const january = Date.UTC(2026, 0, 15);
    expect(ask({ at: january, volumeThisMonth: 249_999 })).toMatchObject({ outcome: 'priced', rate: 68 });
    expect(ask({ at: january, volumeThisMonth: 250_000 })).toMatchObject({
      outcome: 'unknown',
      missing: 'tier',
      countedIn: 'volume_tier',
    });
  });

  test('error: a count that is none', () => {
    expect(() => ask({ volumeThisMonth: -1 })).toThrow('volumeThisMonth: -1 is not a count from 0 up.');
    expect(() => ask({ volumeThisMonth: 0.5 })).toThrow('volumeThisMonth: 0.5');
    expect(() =>
      ask({ category: 'service', window: 'both', freeServiceMessagesUsed: Number.NaN }),
    ).not.toThrow();
    expect(() =>
      ask({ category: 'service', window: 'customer_service', freeServiceMessagesUsed: Number.NaN }),
    ).toThrow('freeServiceMessagesUsed: NaN is not a count from 0 up.');
  });
});

describe('authentication-international', () => {
  const india = { to: '+919876543210', category: 'authentication' } as const;
  const category = (quoted: Quote): string => quoted.category;

  test('default: from its start time on, outside the home country, where Meta lists a rate', () => {
    const terms = { startTime: october, basedIn: 'US' };
    expect(category(ask({ ...india, authenticationInternational: terms }))).toBe(
      'authentication_international',
    );
    expect(category(ask({ ...india, at: october - 1, authenticationInternational: terms }))).toBe(
      'authentication',
    );
    expect(category(ask({ ...india, authenticationInternational: { ...terms, basedIn: 'in' } }))).toBe(
      'authentication',
    );
    expect(category(ask({ category: 'authentication', authenticationInternational: terms }))).toBe(
      'authentication',
    );
    expect(category(ask(india))).toBe('authentication');
  });

  test('behavior: without a verified location the international rate holds', () => {
    expect(category(ask({ ...india, authenticationInternational: { startTime: 0 } }))).toBe(
      'authentication_international',
    );
  });

  test('behavior: a country with a start of its own goes by it', () => {
    const terms = { startTime: 0, exceptions: [{ country: 'IN', startTime: october + 1 }] };
    expect(category(ask({ ...india, authenticationInternational: terms }))).toBe('authentication');
    expect(category(ask({ ...india, at: october + 1, authenticationInternational: terms }))).toBe(
      'authentication_international',
    );
    const nigeria = {
      to: '+2348012345678',
      category: 'authentication',
      authenticationInternational: terms,
    } as const;
    expect(category(ask(nigeria))).toBe('authentication_international');
  });

  test('args: a start time is a Date or epoch milliseconds', () => {
    const inMilliseconds = { startTime: 0, exceptions: [{ country: 'IN', startTime: october + 1 }] };
    const asDates = {
      startTime: new Date(0),
      exceptions: [{ country: 'IN', startTime: new Date(october + 1) }],
    };
    for (const at of [october, october + 1])
      expect(category(ask({ ...india, at, authenticationInternational: asDates }))).toBe(
        category(ask({ ...india, at, authenticationInternational: inMilliseconds })),
      );
    expect(
      category(ask({ ...india, authenticationInternational: { startTime: new Date(october + 1) } })),
    ).toBe('authentication');
    expect(category(ask({ ...india, authenticationInternational: { startTime: new Date(october) } }))).toBe(
      'authentication_international',
    );
  });

  test('error: a start time that is not a valid time', () => {
    const terms = { startTime: new Date('soon') };
    expect(() => ask({ ...india, authenticationInternational: terms })).toThrow(
      'authenticationInternational.startTime',
    );
  });

  test('behavior: the nine markets of October 2026 have no such rate before', () => {
    const oman = {
      to: '+96891234567',
      category: 'authentication',
      authenticationInternational: { startTime: 0 },
    } as const;
    expect(ask(oman)).toMatchObject({ category: 'authentication_international', rate: 600 });
    expect(ask({ ...oman, at: september })).toMatchObject({ category: 'authentication', rate: 91 });
  });

  test('error: asked for by name where Meta lists none, it is unknown', () => {
    expect(ask({ category: 'authentication_international' })).toMatchObject({
      outcome: 'unknown',
      missing: 'rate',
      reasons: [
        'prefix 55 belongs to the market Brazil',
        'no window is open',
        'Meta lists no authentication_international rate for Brazil on 2026-10-01-USD',
      ],
    });
  });
});

describe('the United States', () => {
  test('default: marketing to a US area code is not delivered, to Canada it is charged', () => {
    expect(outcome(ask({ to: '+1 (212) 555-0100', category: 'marketing' }))).toBe('not_sendable 131049');
    expect(outcome(ask({ to: '+1 416 555 0100', category: 'marketing' }))).toBe('regular 250');
    expect(outcome(ask({ to: '+12125550100', category: 'utility' }))).toBe('regular 34');
    expect(outcome(ask({ to: undefined, country: 'US', category: 'marketing_lite' }))).toBe(
      'not_sendable 131049',
    );
    expect(outcome(ask({ to: undefined, market: 'North America', category: 'marketing' }))).toBe(
      'regular 250',
    );
  });
});

describe('cards and dates', () => {
  test("default: a card begins at 12am of the WABA's time zone", () => {
    const midnight = Date.UTC(2026, 9, 1);
    const mexico = { to: '+525512345678', category: 'marketing' } as const;
    expect(ask({ ...mexico, at: midnight - 1 })).toMatchObject({
      amount: { scaledAmount: 305 },
      card: '2026-07-01-USD',
    });
    expect(ask({ ...mexico, at: midnight })).toMatchObject({
      amount: { scaledAmount: 397 },
      card: '2026-10-01-USD',
    });
    const there = { ...mexico, timeZone: 'America/Mexico_City' };
    expect(ask({ ...there, at: midnight + 6 * hour - 1 })).toMatchObject({ card: '2026-07-01-USD' });
    expect(ask({ ...there, at: midnight + 6 * hour })).toMatchObject({ card: '2026-10-01-USD' });
  });

  test('behavior: markets move with the cards', () => {
    expect(ask({ to: '+380501234567', at: september })).toMatchObject({
      market: 'Rest of Central & Eastern Europe',
    });
    expect(ask({ to: '+380501234567' })).toMatchObject({ market: 'Ukraine', rate: 298 });
  });

  // Far later than any card of Meta's, so that the next one to be built in is not in force.
  const last: RateCard<'USD'> = {
    ...usd20261001,
    id: 'last',
    effectiveFrom: '2099-10-01',
    effectiveUntil: undefined,
  };

  test('behavior: from the next quarter on a later card may be in force, and the answer says so', () => {
    const before = ask({ at: Date.UTC(2099, 11, 31, 23), cards: [last] });
    expect(before).toMatchObject({ confidence: 'high' });
    const after = ask({ at: Date.UTC(2100, 0, 1), cards: [last] });
    expect(after).toMatchObject({ outcome: 'priced', rate: 68, confidence: 'low' });
    expect(after.reasons.at(-1)).toBe(
      'a card later than last may be in force on 2100-01-01: load it with parseRateCardCsv',
    );
  });

  test('behavior: the newest built-in card is doubted like any other', () => {
    const newest = rateCards.find(({ currency }) => currency === 'USD')!;
    const after = ask({ at: Date.UTC(2100, 0, 1) });
    expect(after).toMatchObject({ outcome: 'priced', card: newest.id, confidence: 'low' });
    expect(after.reasons.at(-1)).toContain(`a card later than ${newest.id} may be in force on 2100-01-01`);
  });

  test('behavior: a card of your own is beyond doubt for its quarter, or to its end', () => {
    const at = Date.UTC(2099, 2, 31, 23);
    const card = { ...last, effectiveFrom: '2099-02-01' };
    const sure = (cards: RateCard[], when: number): unknown => {
      const quoted = ask({ at: when, cards });
      return quoted.outcome === 'priced' && quoted.confidence;
    };
    expect(sure([card], at)).toBe('high');
    expect(sure([card], at + hour)).toBe('low');
    expect(sure([{ ...card, effectiveUntil: '2100-01-01' }], at + hour)).toBe('high');
    expect(sure([{ ...card, effectiveFrom: '2098-12-31' }], Date.UTC(2099, 0, 1))).toBe('low');
    expect(sure([{ ...card, effectiveFrom: '2099-01-01' }], Date.UTC(2099, 2, 31))).toBe('high');
  });

  test('behavior: the lean way prices with the card it is given', () => {
    expect(quoteFromCard({ card: usd20261001, to: '5511987654321', category: 'utility' })).toEqual(
      ask({ at: october, window: undefined }),
    );
    expect(
      quoteFromCard({ card: usd20260701, country: 'BR', category: 'utility', window: 'customer_service' }),
    ).toMatchObject({ pricingType: 'free_customer_service', model: 'message_2025' });
  });

  test('behavior: tiers beyond the first are as sure as the tier file', () => {
    expect(ask({ volumeThisMonth: 0 })).toMatchObject({ confidence: 'high' });
    expect(ask({ volumeThisMonth: 300_000 })).toMatchObject({ confidence: 'medium' });
    expect(ask({ to: '+12425550100' })).toMatchObject({ market: 'Other', confidence: 'low' });
  });
});

describe('times', () => {
  const window = applyWindowEvent(closedWindow, { kind: 'inbound', at: october - hour });

  test.each([
    ['2022-03-01', 'utility'],
    ['2024-02-01', 'authentication'],
    ['2025-12-01', 'utility'],
    ['2026-11-01', 'service'],
  ] as const)('args: a Date on %s gives what epoch milliseconds give', (date, category) => {
    const at = Date.parse(date);
    const authenticationInternational = { startTime: at };
    const message = { category, window, authenticationInternational, isExempt: true };
    expect(ask({ ...message, at: new Date(at) })).toEqual(ask({ ...message, at }));
  });
});

describe('what cannot be priced', () => {
  test('default: a card that is not known answers unknown, never zero', () => {
    expect(ask({ currency: 'CLP' })).toMatchObject({ outcome: 'unknown', missing: 'card' });
    expect(ask({ to: '+12125550100', category: 'authentication', at: Date.UTC(2025, 10, 1) })).toMatchObject({
      outcome: 'unknown',
      missing: 'rate',
      market: 'North America',
    });
    expect(ask({ to: undefined, market: 'Atlantis' })).toMatchObject({ outcome: 'unknown', missing: 'rate' });
    expect(ask({ to: undefined, country: 'UK' })).toMatchObject({ outcome: 'unknown', missing: 'market' });
  });

  test('error: parameters that cannot work', () => {
    expect(() => ask({ to: 'abc' })).toThrow('to: "abc" is not a phone number with its calling code');
    expect(() => ask({ to: '+0123456' })).toThrow('to: "+0123456"');
    expect(() => ask({ to: undefined })).toThrow('to: give the recipient as `to`');
    expect(() => ask({ timeZone: 'Mars/Olympus' })).toThrow(
      'timeZone: "Mars/Olympus" is not an IANA time zone such as "America/Sao_Paulo".',
    );
    expect(() => ask({ at: Number.NaN })).toThrow('at: NaN');
    expect(() =>
      quoteFromCard({ card: usd20261001, market: 'Brazil', category: 'utility', window: closedWindow }),
    ).toThrow('at: a window state needs the time of the message.');
  });
});
