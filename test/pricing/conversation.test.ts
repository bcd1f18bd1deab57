import { describe, expect, test } from 'vitest';
import {
  closedWindow,
  openBillingConversation,
  quote,
  quoteFromCard,
  usd20220201,
  usd20241001,
  applyWindowEvent,
  type OpenBillingConversations,
  type Quote,
  type QuoteParams,
} from 'wabakit/pricing';

const hour = 3_600_000;
const day = 24 * hour;

const brazil = { to: '+5511987654321', currency: 'USD' } as const;
const in2024 = Date.UTC(2024, 9, 10, 12);
const in2022 = Date.UTC(2022, 5, 10, 12);

const ask = (params: Partial<QuoteParams> & Pick<QuoteParams, 'category'>): Quote =>
  quote({ ...brazil, at: in2024, ...params });

const said = (quoted: Quote): string => {
  if (quoted.outcome !== 'priced') return quoted.outcome;
  const opens = quoted.opens === undefined ? '' : ` opens ${quoted.opens.category}`;
  return `${quoted.amount.scaledAmount}${opens}`;
};

describe('by category, 2023-06-01 to 2025-06-30', () => {
  test('default: a template opens a conversation of its category for 24 hours and pays for it', () => {
    expect(ask({ category: 'marketing' })).toMatchObject({
      amount: { scaledAmount: 625 },
      opens: { category: 'marketing', until: in2024 + day },
      model: 'conversation_2023',
      pricingType: 'regular',
      billable: true,
      card: '2024-10-01-USD',
    });
    expect(said(ask({ category: 'utility' }))).toBe('80 opens utility');
    expect(said(ask({ category: 'authentication' }))).toBe('315 opens authentication');
    expect(said(ask({ category: 'marketing_lite' }))).toBe('625 opens marketing');
  });

  test('behavior: inside an open conversation of its category a template is free; another category opens its own', () => {
    const conversations: OpenBillingConversations = { marketing: in2024 + 1 };
    expect(ask({ category: 'marketing', billingConversations: conversations })).toMatchObject({
      amount: { scaledAmount: 0 },
      opens: undefined,
      billable: false,
      reasons: [
        'prefix 55 belongs to the market Brazil',
        'no window is open',
        'inside the open marketing conversation, which paid for it',
      ],
    });
    expect(said(ask({ category: 'utility', billingConversations: conversations }))).toBe('80 opens utility');
    expect(said(ask({ category: 'marketing', billingConversations: { marketing: in2024 } }))).toBe(
      '625 opens marketing',
    );
  });

  test.each(['service', 'marketing', 'utility', 'authentication', 'authentication_international'] as const)(
    'behavior: a free-form message opens nothing while a %s conversation is open',
    (open) => {
      const conversations = { [open]: in2024 + hour };
      const quoted = ask({
        category: 'service',
        window: 'customer_service',
        billingConversations: conversations,
        freeBillingConversationsUsed: 1000,
      });
      expect(said(quoted)).toBe('0');
      expect(quoted.reasons.at(-1)).toBe(`inside the open ${open} conversation, which paid for it`);
    },
  );

  test('behavior: a service conversation is free for the first 1,000 of the month, then charged, until 2024-10-31', () => {
    const service = { category: 'service', window: 'customer_service' } as const;
    expect(ask(service)).toMatchObject({
      amount: { scaledAmount: 0 },
      countedIn: 'free_conversation',
      pricingType: 'free_customer_service',
      opens: { category: 'service', until: in2024 + day },
    });
    expect(ask({ ...service, freeBillingConversationsUsed: 999 })).toMatchObject({
      amount: { scaledAmount: 0 },
    });
    const paid = ask({ ...service, freeBillingConversationsUsed: 1000 });
    expect(paid).toMatchObject({ amount: { scaledAmount: 300 }, countedIn: undefined, billable: true });
    expect(paid.reasons).toContain('the 1,000 free conversations of this WABA are used up this month');
    expect(said(ask({ category: 'service' }))).toBe('not_sendable');
  });

  test('behavior: from 2024-11-01 every service conversation is free', () => {
    const at = Date.UTC(2024, 10, 1);
    const service = {
      category: 'service',
      window: 'customer_service',
      freeBillingConversationsUsed: 5000,
    } as const;
    expect(said(ask({ ...service, at: at - 1 }))).toBe('300 opens service');
    expect(ask({ ...service, at })).toMatchObject({
      amount: { scaledAmount: 0 },
      countedIn: undefined,
      opens: { category: 'service' },
    });
    expect(said(ask({ category: 'marketing', at, freeBillingConversationsUsed: 0 }))).toBe(
      '625 opens marketing',
    );
  });

  test('behavior: the rates of seven countries changed on 2025-02-01 and are not known', () => {
    const egypt = { to: '+201001234567', category: 'authentication' } as const;
    expect(said(ask({ ...egypt, at: Date.UTC(2025, 0, 31) }))).toBe('618 opens authentication');
    expect(ask({ ...egypt, at: Date.UTC(2025, 1, 1) })).toMatchObject({
      outcome: 'unknown',
      missing: 'rate',
    });
  });

  test('behavior: authentication-international opens a conversation of its own', () => {
    const indonesia = {
      to: '+628123456789',
      category: 'authentication',
      authenticationInternational: { startTime: 0 },
    } as const;
    expect(said(ask(indonesia))).toBe('1360 opens authentication_international');
    expect(said(ask({ ...indonesia, billingConversations: { authentication: in2024 + 1 } }))).toBe(
      '1360 opens authentication_international',
    );
  });

  test('error: general_purpose_ai was no category, the time is needed', () => {
    expect(ask({ category: 'general_purpose_ai' })).toMatchObject({
      outcome: 'unknown',
      missing: 'category',
    });
    expect(() => quoteFromCard({ card: usd20241001, market: 'Brazil', category: 'utility' })).toThrow(
      'at: conversation-based pricing needs the time of the message.',
    );
  });
});

describe('free entry point conversations', () => {
  const entry = applyWindowEvent(closedWindow, { kind: 'inbound', at: in2024 - hour, entry: 'ad' });
  const window = applyWindowEvent(entry, { kind: 'outbound', at: in2024 });

  test('default: the answer opens one, closes every other, and everything in it is free', () => {
    const quoted = ask({ category: 'service', window });
    expect(quoted).toMatchObject({
      amount: { scaledAmount: 0 },
      pricingType: 'free_entry_point',
      opens: { category: 'free_entry_point', until: in2024 + 72 * hour },
    });
    expect(said(ask({ category: 'marketing', at: in2024 + 71 * hour, window }))).toBe(
      '0 opens free_entry_point',
    );
    expect(said(ask({ category: 'marketing', at: in2024 + 72 * hour, window }))).toBe('625 opens marketing');
    expect(said(ask({ category: 'service', at: in2024 + 30 * hour, window }))).toBe('not_sendable');
    expect(openBillingConversation({ marketing: 5 }, { category: 'free_entry_point', until: 9 })).toEqual({
      free_entry_point: 9,
    });
    expect(said(ask({ category: 'utility', window: 'free_entry_point' }))).toBe('0');
  });
});

describe('openBillingConversation', () => {
  test('default: adds the opened one, keeps the others, survives nothing opened', () => {
    const open: OpenBillingConversations = { utility: 5 };
    expect(openBillingConversation(open, undefined)).toBe(open);
    expect(openBillingConversation(open, { category: 'marketing', until: 9 })).toEqual({
      utility: 5,
      marketing: 9,
    });
    expect(openBillingConversation(open, { category: 'utility', until: 9 })).toEqual({ utility: 9 });
  });
});

describe('business- and user-initiated, 2022-02-01 to 2023-05-31', () => {
  const past = { at: in2022, freeBillingConversationsUsed: 1000 } as const;

  test('default: an answer opens a user-initiated one, a template outside the window a business-initiated one', () => {
    expect(said(ask({ ...past, category: 'service', window: 'customer_service' }))).toBe(
      '300 opens user_initiated',
    );
    expect(said(ask({ ...past, category: 'utility', window: 'both' }))).toBe('0');
    expect(said(ask({ ...past, category: 'utility', window: 'customer_service' }))).toBe(
      '300 opens user_initiated',
    );
    expect(said(ask({ ...past, category: 'marketing' }))).toBe('500 opens business_initiated');
    expect(said(ask({ ...past, category: 'service' }))).toBe('not_sendable');
  });

  test('behavior: inside either conversation everything is free', () => {
    for (const open of ['business_initiated', 'user_initiated'] as const) {
      expect(
        said(ask({ ...past, category: 'marketing', billingConversations: { [open]: in2022 + 1 } })),
      ).toBe('0');
      expect(said(ask({ ...past, category: 'marketing', billingConversations: { [open]: in2022 } }))).toBe(
        '500 opens business_initiated',
      );
    }
  });

  test('behavior: the first 1,000 of either kind are free; in 2023 that is doubtful for business-initiated ones', () => {
    const first = { at: in2022, freeBillingConversationsUsed: 999 } as const;
    expect(ask({ ...first, category: 'marketing' })).toMatchObject({
      amount: { scaledAmount: 0 },
      countedIn: 'free_conversation',
      confidence: 'medium',
      opens: { category: 'business_initiated' },
    });
    const in2023 = Date.UTC(2023, 0, 1);
    expect(ask({ category: 'marketing', at: in2023 - 1 })).toMatchObject({ confidence: 'medium' });
    expect(ask({ category: 'marketing', at: in2023 })).toMatchObject({ confidence: 'low' });
    expect(ask({ category: 'service', window: 'customer_service', at: in2023 })).toMatchObject({
      confidence: 'medium',
    });
  });

  test('behavior: three markets were not recovered', () => {
    const other = { card: usd20220201, market: 'Other', category: 'marketing', at: in2022 } as const;
    expect(quoteFromCard({ ...other, freeBillingConversationsUsed: 1000 })).toMatchObject({
      outcome: 'unknown',
    });
  });
});

describe('straddling 2025-07-01', () => {
  const at = Date.UTC(2025, 6, 1, 5);
  const conversations: OpenBillingConversations = { utility: at + hour, marketing: at + hour };

  test('default: utility templates in a utility conversation of before stay free, as CBP', () => {
    expect(ask({ category: 'utility', at, billingConversations: conversations })).toMatchObject({
      amount: { scaledAmount: 0 },
      model: 'conversation_2023',
      billable: false,
    });
    expect(ask({ category: 'utility', at: at + hour, billingConversations: conversations })).toMatchObject({
      amount: { scaledAmount: 68 },
      model: 'message_2025',
    });
  });

  test('behavior: marketing is charged by message all the same', () => {
    expect(ask({ category: 'marketing', at, billingConversations: conversations })).toMatchObject({
      amount: { scaledAmount: 625 },
      model: 'message_2025',
    });
  });
});

describe('notifications, to 2022-01-31', () => {
  const at = Date.UTC(2019, 6, 1);

  test.each([
    ['+79161234567', 477],
    ['+628123456789', 42],
    ['+436601234567', 932],
  ])('default: a template to %s outside the window', (to, scaledAmount) => {
    expect(ask({ to, at, category: 'utility' })).toMatchObject({
      amount: { scaledAmount },
      model: 'notification',
      confidence: 'low',
      card: '2019-01-01-USD',
    });
  });

  test('behavior: inside the window everything is free; free-form messages need it', () => {
    const indonesia = { to: '+628123456789', at } as const;
    expect(ask({ ...indonesia, category: 'marketing', window: 'customer_service' })).toMatchObject({
      amount: { scaledAmount: 0 },
    });
    expect(ask({ ...indonesia, category: 'service', window: 'both' })).toMatchObject({
      amount: { scaledAmount: 0 },
    });
    expect(ask({ ...indonesia, category: 'service' })).toMatchObject({
      outcome: 'not_sendable',
      errorCode: 131047,
    });
    expect(ask({ ...indonesia, category: 'utility', window: 'free_entry_point' })).toMatchObject({
      amount: { scaledAmount: 42 },
    });
  });

  test('behavior: other countries and Kazakhstan, which shares +7, are unknown', () => {
    expect(ask({ to: '+77011234567', at, category: 'utility' })).toMatchObject({ outcome: 'unknown' });
    expect(ask({ at, category: 'utility' })).toMatchObject({ outcome: 'unknown', missing: 'rate' });
    expect(ask({ at: Date.UTC(2018, 8, 1), category: 'utility' })).toMatchObject({
      outcome: 'unknown',
      missing: 'card',
    });
  });
});

describe('without a card', () => {
  test('default: the rules of the day still tell what is free and what cannot be sent', () => {
    const at = Date.UTC(2026, 8, 1);
    const euro = { ...brazil, currency: 'EUR', at } as const;
    expect(quote({ ...euro, category: 'utility', window: 'customer_service' })).toMatchObject({
      outcome: 'priced',
      amount: { currency: 'EUR', scaledAmount: 0, scale: 4 },
      card: undefined,
    });
    expect(quote({ ...euro, category: 'service' })).toMatchObject({ outcome: 'not_sendable' });
    expect(quote({ ...euro, category: 'utility' })).toEqual({
      outcome: 'unknown',
      missing: 'card',
      market: 'Brazil',
      category: 'utility',
      countedIn: 'volume_tier',
      card: undefined,
      reasons: [
        'prefix 55 belongs to the market Brazil',
        'no window is open',
        'no EUR rate card of 2026-09-01 is known to wabakit: load it with parseRateCardCsv',
      ],
    });
  });
});
