import { describe, expect, test } from 'vitest';
import {
  closedWindow,
  quote,
  quoteFromCard,
  usd20261001,
  applyWindowEvent,
  type Quote,
  type QuoteParams,
} from 'wabakit/pricing';

const november = Date.UTC(2026, 10, 2, 12);
const august = Date.UTC(2026, 7, 2, 12);
const hour = 3_600_000;

const because = (params: Partial<QuoteParams>): readonly string[] =>
  quote({ to: '+5511987654321', category: 'utility', at: november, currency: 'USD', ...params }).reasons;
const why = (params: Partial<QuoteParams>): string | undefined => because(params).at(-1);

describe('reasons in words', () => {
  test('default: market, windows, rate with its place in the month', () => {
    expect(because({})).toEqual([
      'prefix 55 belongs to the market Brazil',
      'no window is open',
      'utility list rate of the card 2026-10-01-USD: 0.0068 USD (message 1 of the month, tier from 0 to 250,000)',
    ]);
    expect(because({ to: undefined, market: 'Brazil', window: 'both' })).toEqual([
      'market Brazil',
      'the free entry point window and the customer service window are open',
      'every message is free in a free entry point window',
    ]);
    expect(because({ window: 'free_entry_point' })[1]).toBe(
      'the free entry point window is open, the customer service window is closed',
    );
  });

  test.each([
    [998, 'message 999 of the month, tier from 0 to 250,000'],
    [999, 'message 1,000 of the month, tier from 0 to 250,000'],
    [12_344, 'message 12,345 of the month, tier from 0 to 250,000'],
    [249_999, 'message 250,000 of the month, tier from 0 to 250,000'],
  ])('behavior: after %i messages: %s', (volume, place) => {
    expect(why({ volumeThisMonth: volume })).toBe(
      `utility list rate of the card 2026-10-01-USD: 0.0068 USD (${place})`,
    );
  });

  test('behavior: later tiers, and the open one', () => {
    expect(why({ volumeThisMonth: 250_000 })).toBe(
      'utility volume tier rate of the card 2026-10-01-USD: 0.0065 USD (message 250,001 of the month, tier from 250,001 to 2,000,000)',
    );
    expect(why({ volumeThisMonth: 1_234_567_890 })).toBe(
      'utility volume tier rate of the card 2026-10-01-USD: 0.0051 USD (message 1,234,567,891 of the month, tier from 70,000,001 on)',
    );
  });

  test('behavior: service messages', () => {
    const service = { category: 'service', window: 'customer_service' } as const;
    expect(because({ ...service, freeServiceMessagesUsed: 999 })).toEqual([
      'prefix 55 belongs to the market Brazil',
      'the customer service window is open',
      'service message 1,000 of the 1,000 that each phone number has free a month since 2026-10-01',
    ]);
    expect(because({ ...service, freeServiceMessagesUsed: 1000 }).slice(2)).toEqual([
      'the 1,000 free service messages of this phone number are used up this month',
      'service rate of the card 2026-10-01-USD: 0.0068 USD',
    ]);
    expect(because({ ...service, freeServiceMessagesUsed: 1000, isExempt: true }).slice(2)).toEqual([
      'the 1,000 free service messages of this phone number are used up this month',
      'the organisation is exempt from service charges (2026-10-12 to 2027-12-31)',
    ]);
    expect(why({ ...service, reaction: true })).toBe('reactions are neither charged nor counted');
    expect(why({ category: 'service' })).toBe(
      'free-form messages need an open customer service window: send a template instead',
    );
    expect(why({ ...service, at: august })).toBe(
      'service messages are free in the customer service window until 2026-09-30',
    );
  });

  test('behavior: what is refused, and what is not known', () => {
    expect(why({ category: 'marketing', to: '+12125550100' })).toBe(
      'marketing templates to numbers with a US area code are not delivered since 2025-04-01',
    );
    expect(why({ volumeThisMonth: 250_000, at: Date.UTC(2026, 1, 1) })).toBe(
      "message 250,001 of the month is past the volume tiers of Brazil on 2026-01-01-USD that are known to wabakit: add Meta's tier file with withVolumeTiers",
    );
    const unknown = (
      market: string,
      category: 'utility' | 'authentication_international',
      at: number,
    ): Quote => quote({ market, category, at, currency: 'USD' });
    expect(unknown('Atlantis', 'utility', november)).toMatchObject({
      missing: 'rate',
      card: '2026-10-01-USD',
      reasons: ['market Atlantis', 'no window is open', 'the card 2026-10-01-USD holds no market "Atlantis"'],
    });
    expect(unknown('Brazil', 'authentication_international', november).reasons.at(-1)).toBe(
      'Meta lists no authentication_international rate for Brazil on 2026-10-01-USD',
    );
    expect(unknown('Saudi Arabia', 'utility', Date.UTC(2025, 7, 1)).reasons.at(-1)).toBe(
      'the utility rate of Saudi Arabia on 2025-07-01-USD is not known to wabakit',
    );
    expect(quoteFromCard({ card: usd20261001, country: 'UK', category: 'utility' })).toEqual({
      outcome: 'unknown',
      missing: 'market',
      market: undefined,
      category: 'utility',
      countedIn: undefined,
      card: '2026-10-01-USD',
      reasons: ['"UK" is not in the market map: give an ISO 3166-1 code or a phone number'],
    });
    expect(why({ category: 'general_purpose_ai' })).toBe(
      'the rates for AI providers are not known to wabakit',
    );
  });

  test('behavior: the doubt about a long free entry point window stands only where it belongs', () => {
    const entry = applyWindowEvent(closedWindow, { kind: 'inbound', at: november, entry: 'ad' });
    const window = applyWindowEvent(entry, { kind: 'outbound', at: november });
    const doubt = (at: number): boolean =>
      because({ at, window }).some((reason) => reason.includes('up to 7 days'));
    expect([doubt(november + 71 * hour), doubt(november + 72 * hour), doubt(november + 168 * hour)]).toEqual([
      false,
      true,
      false,
    ]);
    const quoted = (at: number): unknown => {
      const answer = quote({ to: '+5511987654321', category: 'marketing', at, currency: 'USD', window });
      return answer.outcome === 'priced' && [answer.amount.scaledAmount, answer.confidence];
    };
    expect(quoted(november + 71 * hour)).toEqual([0, 'high']);
    expect(quoted(november + 72 * hour)).toEqual([625, 'low']);
    expect(quoted(november + 168 * hour)).toEqual([625, 'high']);
  });

  test('behavior: conversations', () => {
    const at = Date.UTC(2024, 9, 10);
    expect(because({ at, category: 'marketing' }).slice(2)).toEqual([
      'opens a marketing conversation of 24 hours',
      'marketing rate of the card 2024-10-01-USD: 0.0625 USD',
    ]);
    const service = { category: 'service', window: 'customer_service' } as const;
    expect(because({ ...service, at, freeBillingConversationsUsed: 999 }).slice(2)).toEqual([
      'opens a service conversation of 24 hours',
      'conversation 1,000 of the 1,000 that each WABA had free a month',
    ]);
    expect(why({ ...service, at: Date.UTC(2024, 10, 10) })).toBe(
      'service conversations are free since 2024-11-01',
    );
    expect(why({ at, window: 'free_entry_point' })).toBe(
      'every message is free in a free entry point conversation',
    );
    expect(why({ at, category: 'general_purpose_ai' })).toBe('there was no such category before 2026-01-15');
    const straddle = Date.UTC(2025, 6, 1, 3);
    expect(why({ at: straddle, billingConversations: { utility: straddle + 1 } })).toBe(
      'inside the utility conversation that was opened before 2025-07-01, which paid for it',
    );
    expect(because({ at: straddle, billingConversations: { marketing: straddle + 1 } })).toHaveLength(3);
  });

  test('behavior: notifications', () => {
    const russia = { to: '+79161234567', at: Date.UTC(2020, 0, 1) } as const;
    expect(because({ ...russia, window: 'customer_service' })).toEqual([
      'prefix 7 belongs to the market Russia',
      'the customer service window is open',
      'everything was free in the 24 hours after a user message',
    ]);
    expect(
      quote({ ...russia, category: 'utility', currency: 'USD', window: 'customer_service' }),
    ).toMatchObject({
      pricingType: 'free_customer_service',
      confidence: 'low',
      model: 'notification',
    });
    expect(why(russia)).toBe('notification rate of the card 2019-01-01-USD: 0.0477 USD');
    expect(why({ ...russia, to: '+5511987654321' })).toBe('the card 2019-01-01-USD holds no market "Brazil"');
  });
});
