import { describe, expect, test } from 'vitest';
import {
  createLedger,
  findRateCard,
  quote,
  usd20220201,
  usd20230601,
  usd20240601,
  usd20240801,
  usd20241001,
  type RateCard,
  type RateColumn,
} from 'wabakit/pricing';

// Each cell of the conversation cards is derived a second time from the rows that its source comment names.

const columns = [
  'marketing',
  'utility',
  'authentication',
  'authentication_international',
  'service',
] as const;
const changedInOctober = ['India', 'Saudi Arabia', 'United Arab Emirates', 'United Kingdom'];
const markets = [...usd20241001.markets.keys()];

const rate = (card: RateCard, market: string, column: RateColumn): number | string | undefined => {
  const cell = card.markets.get(market)?.[column];
  return typeof cell === 'object' ? cell.rate : cell;
};

// What a reseller charged in 2023, Meta's price times 1.2, in ten-thousandths: marketing, utility, authentication, service.
const resold: Readonly<Record<string, readonly number[]>> = {
  Argentina: [741.6, 489.6, 440.4, 379.2],
  Brazil: [750, 420, 378, 360],
  Chile: [1066.8, 703.2, 632.4, 544.8],
  Colombia: [150, 102, 92.4, 72],
  Egypt: [1287.6, 824.4, 741.6, 772.8],
  France: [1718.4, 921.6, 829.2, 1030.8],
  Germany: [1638, 1023.6, 921.6, 982.8],
  India: [118.8, 50.4, 50.4, 48],
  Indonesia: [493.2, 240, 360, 228],
  Israel: [423.6, 225.6, 202.8, 216],
};

// Utility before August 2024, by public readers of the card of 2023.
const readUtility: Readonly<Record<string, number>> = {
  Malaysia: 200,
  'Rest of Africa': 160,
  'Rest of Asia Pacific': 472,
  'Rest of Central & Eastern Europe': 619,
  Other: 338,
};

describe('the card of 2023-06-01', () => {
  test('default: ten rows are those of a table of 2023 without its mark-up', () => {
    const read = Object.entries(resold).map(([market, prices]) => [
      market,
      ...prices.map((price) => Math.round(price / 1.2)),
    ]);
    const held = Object.keys(resold).map((market) => [
      market,
      ...(['marketing', 'utility', 'authentication', 'service'] as const).map((column) =>
        rate(usd20230601, market, column),
      ),
    ]);
    expect(held).toEqual(read);
  });

  test('behavior: the rows that were read bear out what the others are derived by', () => {
    const differing = Object.keys(resold).flatMap((market) =>
      (['marketing', 'authentication', 'service'] as const).flatMap((column) =>
        rate(usd20230601, market, column) === rate(usd20241001, market, column)
          ? []
          : [`${market} ${column}`],
      ),
    );
    expect(differing).toEqual(['India marketing', 'India authentication']);
  });

  test.each(markets.filter((market) => !(market in resold)))('behavior: %s', (market) => {
    const changed = changedInOctober.includes(market);
    expect(columns.map((column) => rate(usd20230601, market, column))).toEqual([
      changed ? 'not_on_record' : rate(usd20241001, market, 'marketing'),
      readUtility[market] ?? 'not_on_record',
      rate(usd20241001, market, 'authentication'),
      'not_applicable',
      rate(usd20241001, market, 'service'),
    ]);
  });

  test('behavior: what is not known stays unknown', () => {
    const gaps = columns.map((column) =>
      markets.filter((market) => rate(usd20230601, market, column) === 'not_on_record'),
    );
    expect(gaps.map((names) => names.length)).toEqual([3, 17, 0, 0, 0]);
    expect(gaps[0]).toEqual(['Saudi Arabia', 'United Arab Emirates', 'United Kingdom']);
    expect(usd20230601).toMatchObject({ complete: false, confidence: 'medium' });
    expect([...usd20230601.markets.keys()]).toEqual(markets);
  });
});

test('behavior: the card of 2024-06-01 is that of 2023, with authentication-international begun', () => {
  const changes = markets.flatMap((market) =>
    columns.flatMap((column) => {
      const [before, after] = [rate(usd20230601, market, column), rate(usd20240601, market, column)];
      return before === after ? [] : [[market, column, before, after]];
    }),
  );
  expect(changes).toEqual([
    ['India', 'authentication', 42, 'not_on_record'],
    ['India', 'authentication_international', 'not_applicable', 'not_on_record'],
    ['Indonesia', 'authentication_international', 'not_applicable', 1360],
  ]);
});

describe('the card of 2024-08-01', () => {
  test('default: it is that of October without the marketing that changed then', () => {
    const changes = markets.flatMap((market) =>
      columns.flatMap((column) => {
        const [here, later] = [rate(usd20240801, market, column), rate(usd20241001, market, column)];
        return here === later ? [] : [[market, column, here, later]];
      }),
    );
    expect(changes).toEqual([
      ['India', 'marketing', 99, 107],
      ['Saudi Arabia', 'marketing', 'not_on_record', 455],
      ['United Arab Emirates', 'marketing', 'not_on_record', 384],
      ['United Kingdom', 'marketing', 'not_on_record', 529],
    ]);
    expect(rate(usd20240801, 'India', 'marketing')).toBe(rate(usd20230601, 'India', 'marketing'));
    expect(usd20240801).toMatchObject({ complete: false, confidence: 'medium' });
  });

  test('behavior: the utility that a package of that month changed to is equal', () => {
    const published: Readonly<Record<string, number>> = {
      Argentina: 340,
      'Rest of Asia Pacific': 157,
      'Rest of Central & Eastern Europe': 353,
      'Rest of Africa': 61,
      Other: 77,
    };
    for (const [market, units] of Object.entries(published))
      expect(rate(usd20240801, market, 'utility'), market).toBe(units);
  });

  test('behavior: a day in August 2024 has a price again', () => {
    const at = Date.UTC(2024, 7, 15);
    expect(quote({ country: 'KE', category: 'utility', at, currency: 'USD' })).toMatchObject({
      outcome: 'priced',
      market: 'Rest of Africa',
      card: '2024-08-01-USD',
      confidence: 'medium',
      amount: { scaledAmount: 61 },
    });
    expect(quote({ country: 'GB', category: 'marketing', at, currency: 'USD' })).toMatchObject({
      outcome: 'unknown',
      missing: 'rate',
    });
  });
});

test('behavior: in 2022 a user-initiated conversation has the later service rate in all 32 markets', () => {
  expect(markets.map((market) => rate(usd20220201, market, 'user_initiated'))).toEqual(
    markets.map((market) => rate(usd20241001, market, 'service')),
  );
  expect(
    markets.filter((market) => rate(usd20220201, market, 'business_initiated') === 'not_on_record'),
  ).toEqual(['Rest of Middle East', 'Rest of Western Europe', 'Other']);
});

test('behavior: a USD card is in force on every day from 2019 on', () => {
  const gaps: string[] = [];
  for (let at = Date.UTC(2019, 0, 1); at < Date.UTC(2026, 11, 1); at += 86_400_000)
    if (findRateCard({ currency: 'USD', at }) === undefined) gaps.push(new Date(at).toISOString());
  expect(gaps).toEqual([]);
});

describe('a template of unknown price opens a conversation all the same', () => {
  const at = Date.UTC(2023, 7, 1, 12);
  const hour = 3_600_000;

  test.each([
    ['the rate is not known', 'USD', { country: 'IT' }, 'rate'],
    ['the card is not known', 'EUR', { country: 'BR' }, 'card'],
    ['the market is not known', 'USD', { country: 'XX' }, 'market'],
  ] as const)('default: %s', (_name, currency, recipient, missing) => {
    expect(quote({ ...recipient, category: 'utility', at, currency })).toMatchObject({
      outcome: 'unknown',
      missing,
      opens: { category: 'utility', until: at + 24 * hour },
    });
  });

  test('behavior: the ledger holds the messages inside it to be paid for', () => {
    const ledger = createLedger({ currency: 'USD', keepEntries: true });
    const user = '390612345678';
    const send = (category: 'utility' | 'service', time: number): string => {
      const id = `wamid.${category}.${time}`;
      ledger.record({ kind: 'sent', id, phoneNumberId: '1', user, category, at: time });
      const entry = ledger.record({ kind: 'delivered', id, at: time });
      const asked = entry?.quote;
      return asked?.outcome === 'priced' ? `priced ${asked.amount.scaledAmount}` : String(asked?.outcome);
    };
    expect(send('utility', at)).toBe('unknown');
    expect(send('utility', at + hour)).toBe('priced 0');
    ledger.record({ kind: 'inbound', phoneNumberId: '1', user, at: at + hour });
    expect(send('service', at + 2 * hour)).toBe('priced 0');
    expect(ledger.snapshot().counts).toEqual([]);
    expect(send('utility', at + 24 * hour)).toBe('unknown');
  });

  test('behavior: since messages are charged one by one, it opens nothing', () => {
    expect(
      quote({ country: 'XX', category: 'utility', at: Date.UTC(2026, 9, 1), currency: 'USD' }),
    ).toMatchObject({ outcome: 'unknown', missing: 'market', opens: undefined });
  });
});

describe("Meta's test of conversations in Mexico, 2021-02-01 to 2022-01-31", () => {
  const at = Date.UTC(2021, 1, 1);
  const ask = (params: object) =>
    quote({ to: '+5215512345678', category: 'utility', at, currency: 'USD', ...params });

  test('default: a template opens a conversation whose price is not known', () => {
    expect(ask({})).toMatchObject({
      outcome: 'unknown',
      missing: 'rate',
      market: 'Mexico',
      opens: { category: 'business_initiated', until: at + 86_400_000 },
    });
    expect(ask({}).reasons.at(-1)).toBe(
      "Meta's test in Mexico: a conversation of 24 hours, 0.0140 USD after a number of free ones a month that is not known to wabakit",
    );
  });

  test('behavior: an answer in the window is no longer free', () => {
    const answer = { category: 'service', window: 'customer_service' };
    expect(ask(answer)).toMatchObject({ outcome: 'unknown', opens: { category: 'user_initiated' } });
    expect(ask({ ...answer, at: at - 1 })).toMatchObject({ outcome: 'priced', billable: false });
    expect(ask({ ...answer, to: '+5511987654321' })).toMatchObject({ outcome: 'priced', billable: false });
    expect(ask({ category: 'service' })).toMatchObject({ outcome: 'not_sendable', errorCode: 131047 });
  });

  test.each(['business_initiated', 'user_initiated'] as const)(
    'behavior: what follows inside a %s one is paid for',
    (kind) => {
      const billingConversations = { [kind]: at + 1 };
      expect(ask({ billingConversations })).toMatchObject({ outcome: 'priced', amount: { scaledAmount: 0 } });
      expect(ask({ billingConversations, at: at + 1 })).toMatchObject({ outcome: 'unknown' });
    },
  );
});
