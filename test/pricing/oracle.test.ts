import { describe, expect, test } from 'vitest';
import {
  findMarket,
  findRateCard,
  quoteFromCard,
  rateCards,
  type Currency,
  type MessageCategory,
  type RateCard,
} from 'wabakit/pricing';
import { csvFiles, csvRows, getUnits } from './reference-csv.ts';

const day = 86_400_000;
const hour = 3_600_000;

const categories = [
  'marketing',
  'utility',
  'authentication',
  'authentication_international',
  'service',
] as const;

function getCard(id: string): RateCard {
  const card = rateCards.find((one) => one.id === id);
  if (card === undefined) throw new Error(`no card ${id}`);
  return card;
}

function getId(file: string): string {
  const match = /(\d{4}-\d\d-\d\d)-([A-Z]{3})\.csv$/.exec(file);
  return `${match?.[1] ?? ''}-${match?.[2] ?? ''}`;
}

describe('every cell of every rate card', { tags: ['reference'] }, () => {
  const files = csvFiles('rate-cards').filter((file) => /^(partial-)?\d/.test(file));

  test('default: every message card of the reference is built in', () => {
    const ids = files.map(getId);
    const builtIn = rateCards.filter((card) => card.model.startsWith('message')).map((card) => card.id);
    expect(builtIn.toSorted()).toEqual(ids.toSorted());
  });

  test.each(files)('default: %s', (file) => {
    const card = getCard(getId(file));
    const rows = csvRows(`rate-cards/${file}`);
    expect([...card.markets.keys()]).toEqual(rows.map((row) => row['market']));
    let filled = 0;
    for (const row of rows) {
      for (const column of categories) {
        const text = row[column] ?? '';
        const cell = card.markets.get(row['market'] ?? '')?.[column];
        if (text === '')
          expect(['not_applicable', 'not_on_record'], `${row['market']} ${column}`).toContain(cell);
        else {
          filled += 1;
          expect(cell, `${row['market']} ${column}`).toMatchObject({ rate: getUnits(text) });
        }
      }
    }
    expect(filled).toBeGreaterThan(0);
    expect(card.currency).toBe(file.slice(-7, -4));
  });

  test.each(files)(
    'behavior: quoteFromCard gives every list rate of %s, and unknown for every gap',
    (file) => {
      const card = getCard(getId(file));
      for (const row of csvRows(`rate-cards/${file}`)) {
        for (const category of categories) {
          const text = row[category] ?? '';
          const window = category === 'service' ? 'customer_service' : 'closed';
          const quote = quoteFromCard({
            card,
            market: row['market'],
            category,
            window,
            freeServiceMessagesUsed: 1000,
          });
          const where = `${row['market']} ${category}`;
          if (category === 'service' && card.model === 'message_2025') {
            expect(quote, where).toMatchObject({
              pricingType: 'free_customer_service',
              amount: { scaledAmount: 0 },
            });
          } else if (text === '') expect(quote, where).toMatchObject({ outcome: 'unknown', missing: 'rate' });
          else
            expect(quote, where).toMatchObject({
              outcome: 'priced',
              amount: { scaledAmount: getUnits(text) },
            });
        }
      }
    },
  );

  test('behavior: conversation cards hold every cell, less those that Meta changed on 2025-02-01', () => {
    const changed = [
      'Egypt',
      'Malaysia',
      'Nigeria',
      'Pakistan',
      'Saudi Arabia',
      'South Africa',
      'United Arab Emirates',
    ];
    for (const row of csvRows('rate-cards/conversation-2024-10-01-USD.csv')) {
      for (const column of categories) {
        const text = row[column] ?? '';
        const market = row['market'] ?? '';
        const cell = getCard('2024-10-01-USD').markets.get(market)?.[column];
        const later = getCard('2025-02-01-USD').markets.get(market)?.[column];
        if (text === '') expect(cell).toBe('not_applicable');
        else expect(cell).toMatchObject({ rate: getUnits(text), tiers: [] });
        const gone = changed.includes(market) && column.startsWith('authentication');
        expect(later).toEqual(gone ? 'not_on_record' : cell);
      }
    }
  });

  // The 2023 file has more gaps than the card, which other sources fill: see derived-cards.test.ts.
  test.each([
    ['conversation-partial-2023-06-01-USD.csv', '2024-06-01-USD', 28, 2],
    ['conversation-partial-2025-04-01-INR.csv', '2025-04-01-INR', 26, 14],
  ])('behavior: %s', (file, id, known, unknown) => {
    const card = getCard(id);
    let filled = 0;
    let gaps = 0;
    for (const row of csvRows(`rate-cards/${file}`)) {
      for (const column of categories) {
        const text = row[column] ?? '';
        const cell = card.markets.get(row['market'] ?? '')?.[column];
        if (cell === 'not_on_record') gaps += 1;
        if (text === '') continue;
        filled += 1;
        expect(cell).toMatchObject({ rate: getUnits(text) });
      }
    }
    expect([filled, gaps]).toEqual([known, unknown]);
    expect(card.complete).toBe(false);
  });

  test("behavior: Indonesia's authentication-international begins on 2024-06-01", () => {
    const cell = (id: string): unknown => getCard(id).markets.get('Indonesia')?.authentication_international;
    expect(cell('2023-06-01-USD')).toBe('not_applicable');
    expect(cell('2024-06-01-USD')).toMatchObject({ rate: 1360 });
  });

  test('behavior: the cards of 2022 and 2019', () => {
    for (const row of csvRows('rate-cards/conversation-uic-bic-2022-02-01-USD.csv')) {
      const rates = getCard('2022-02-01-USD').markets.get(row['market'] ?? '');
      for (const column of ['business_initiated', 'user_initiated'] as const) {
        const text = row[column] ?? '';
        if (text !== '') expect(rates?.[column]).toMatchObject({ rate: getUnits(text) });
        else if (column === 'business_initiated') expect(rates?.[column]).toBe('not_on_record');
      }
    }
    for (const row of csvRows('rate-cards/notification-partial-2019-USD.csv')) {
      const cell = getCard('2019-01-01-USD').markets.get(row['country'] ?? '')?.notification;
      expect(cell).toMatchObject({ rate: getUnits(row['rate_per_delivered_template'] ?? '') });
    }
  });
});

describe('every edge of every volume tier', { tags: ['reference'] }, () => {
  test.each(csvFiles('volume-tiers'))('default: %s, on both sides of each bound', (file) => {
    const card = getCard(getId(file));
    let edges = 0;
    for (const row of csvRows(`volume-tiers/${file}`)) {
      const rate = getUnits(row['rate'] ?? '');
      const from = Number(row['tier_from']);
      const first = from === 0 ? 0 : from - 1;
      const last = row['tier_to'] === '' ? from + 1_000_000 : Number(row['tier_to']) - 1;
      for (const volume of [first, last]) {
        const quote = quoteFromCard({
          card,
          market: row['market'],
          category: row['category'] as MessageCategory,
          volumeThisMonth: volume,
        });
        expect(quote, `${row['market']} ${row['category']} after ${volume}`).toMatchObject({
          rate,
          tier: { from },
        });
        edges += 1;
      }
    }
    expect(edges).toBeGreaterThan(10);
  });

  test('behavior: with a whole tier file, no category that has tiers lacks one', () => {
    for (const id of ['2026-04-01-USD', '2026-07-01-USD', '2026-10-01-USD', '2026-10-01-INR']) {
      let rows = 0;
      for (const rates of getCard(id).markets.values()) {
        for (const column of ['utility', 'authentication', 'authentication_international'] as const) {
          const cell = rates[column];
          if (typeof cell !== 'object') continue;
          expect(cell.tiers).toHaveLength(6);
          rows += cell.tiers.length;
        }
      }
      expect(rows).toBe(csvRows(`volume-tiers/${id}.csv`).length);
    }
  });

  test('behavior: the tiers of the BRL card that were not recovered are unknown', () => {
    const ask = (volumeThisMonth: number): string =>
      quoteFromCard({
        card: getCard('2026-07-01-BRL'),
        market: 'Brazil',
        category: 'utility',
        volumeThisMonth,
      }).outcome;
    expect(ask(1_999_999)).toBe('priced');
    expect(ask(2_000_000)).toBe('unknown');
    expect(ask(69_999_999)).toBe('unknown');
    expect(ask(70_000_000)).toBe('priced');
  });
});

describe('every prefix on both sides of every date', { tags: ['reference'] }, () => {
  const dates = ['2025-07-01', '2025-10-01', '2026-07-01', '2026-10-01'];

  test.each(dates)('default: the map of %s, from its first to its last instant', (date) => {
    const next = dates[dates.indexOf(date) + 1];
    const from = Date.parse(date);
    const last = next === undefined ? from + 60 * day : Date.parse(next) - 1;
    for (const row of csvRows(`markets/${date}.csv`)) {
      const prefix = row['prefix'] ?? '';
      for (const at of [from, last]) {
        for (const to of [prefix.padEnd(11, '0'), `+${prefix}${'9'.repeat(11 - prefix.length)}`]) {
          const match = findMarket({ to, at });
          if (match?.prefix === prefix) expect(match.market, `${to} at ${at}`).toBe(row['market']);
          else expect(match?.prefix.startsWith(prefix), `${to} is of a longer prefix`).toBe(true);
        }
        expect(findMarket({ country: row['iso'], at })?.market, row['iso']).toBe(row['market']);
      }
    }
  });

  test('behavior: before 2025-07-01 the map of that day holds', () => {
    for (const row of csvRows('markets/2025-07-01.csv')) {
      const at = Date.UTC(2023, 5, 1);
      const to = (row['prefix'] ?? '').padEnd(11, '5');
      const market = findMarket({ to, at: Date.UTC(2025, 6, 1) })?.market;
      expect(market).toMatch(/^[A-Z]/);
      expect(findMarket({ to, at })?.market).toBe(market);
      expect(findMarket({ country: row['iso'], at })?.market).toBe(row['market']);
    }
  });

  test('behavior: a zone east of UTC moves first, one west of it last', () => {
    const midnight = Date.parse('2026-10-01');
    const market = (at: number, timeZone: string): string | undefined =>
      findMarket({ to: '+380501234567', at, timeZone })?.market;
    expect(market(midnight - 14 * hour, 'Pacific/Kiritimati')).toBe('Ukraine');
    expect(market(midnight - 14 * hour - 1, 'Pacific/Kiritimati')).toBe('Rest of Central & Eastern Europe');
    expect(market(midnight + 11 * hour, 'Pacific/Pago_Pago')).toBe('Ukraine');
    expect(market(midnight + 11 * hour - 1, 'Pacific/Pago_Pago')).toBe('Rest of Central & Eastern Europe');
  });

  test('behavior: markets of the USD card and of the map of the same day are the same set', () => {
    for (const date of dates) {
      const onCard = new Set(getCard(`${date}-USD`).markets.keys());
      expect(new Set(csvRows(`markets/${date}.csv`).map((row) => row['market']))).toEqual(onCard);
    }
  });
});

describe('cards by date', () => {
  const find = (currency: Currency, date: string, timeZone = 'UTC'): string | undefined =>
    findRateCard({ currency, at: Date.parse(date), timeZone })?.id;

  test.each([
    ['USD', '2018-12-31', undefined],
    ['USD', '2019-01-01', '2019-01-01-USD'],
    ['USD', '2022-01-31', '2019-01-01-USD'],
    ['USD', '2022-02-01', '2022-02-01-USD'],
    ['USD', '2023-05-31', '2022-02-01-USD'],
    ['USD', '2023-06-01', '2023-06-01-USD'],
    ['USD', '2024-05-31', '2023-06-01-USD'],
    ['USD', '2024-07-31', '2024-06-01-USD'],
    ['USD', '2024-08-01', '2024-08-01-USD'],
    ['USD', '2024-09-30', '2024-08-01-USD'],
    ['USD', '2024-10-01', '2024-10-01-USD'],
    ['USD', '2025-01-31', '2024-10-01-USD'],
    ['USD', '2025-06-30', '2025-02-01-USD'],
    ['USD', '2025-07-01', '2025-07-01-USD'],
    ['USD', '2025-12-31', '2025-10-01-USD'],
    ['USD', '2026-01-01', '2026-01-01-USD'],
    ['USD', '2026-06-30', '2026-04-01-USD'],
    ['USD', '2026-09-30', '2026-07-01-USD'],
    ['USD', '2026-10-01', '2026-10-01-USD'],
    ['EUR', '2026-03-31', undefined],
    ['EUR', '2026-06-30', '2026-04-01-EUR'],
    ['EUR', '2026-07-01', undefined],
    ['INR', '2025-06-30', '2025-04-01-INR'],
    ['INR', '2026-06-30', undefined],
    ['INR', '2026-09-30', '2026-07-01-INR'],
    ['INR', '2026-10-01', '2026-10-01-INR'],
    ['BRL', '2026-06-30', undefined],
    ['BRL', '2026-12-01', '2026-10-01-BRL'],
    ['GBP', '2026-10-01', undefined],
  ] as const)('default: %s on %s: %s', (currency, date, id) => {
    expect(find(currency, date)).toBe(id);
  });

  test('behavior: no two built-in cards of a currency are in force on one day, and each card is dated and sourced', () => {
    for (const card of rateCards) {
      expect(card.effectiveFrom).toMatch(/^20\d\d-\d\d-01$/);
      expect(card.source.length).toBeGreaterThan(10);
      const others = rateCards.filter((one) => one !== card && one.currency === card.currency);
      for (const other of others) {
        const apart =
          (card.effectiveUntil ?? '9999') <= other.effectiveFrom ||
          (other.effectiveUntil ?? '9999') <= card.effectiveFrom;
        expect(apart, `${card.id} and ${other.id}`).toBe(true);
      }
    }
  });

  test('args: cards of the caller, the later of two in force, theirs before a built-in one of the same day', () => {
    const built = getCard('2026-07-01-USD');
    const own: RateCard = { ...built, id: 'own', source: 'ours' };
    const next: RateCard = { ...built, id: 'next', effectiveFrom: '2026-08-01' };
    const ask = (date: string): string | undefined =>
      findRateCard({ currency: 'USD', at: Date.parse(date), cards: [own, next, getCard('2026-07-01-INR')] })
        ?.id;
    expect(ask('2026-07-01')).toBe('own');
    expect(ask('2026-07-31')).toBe('own');
    expect(ask('2026-08-01')).toBe('next');
    expect(ask('2026-06-30')).toBe('2026-04-01-USD');
    const old: RateCard = { ...built, id: 'old', effectiveFrom: '2026-01-01' };
    expect(findRateCard({ currency: 'USD', at: Date.parse('2026-08-01'), cards: [old] })?.id).toBe(
      '2026-07-01-USD',
    );
    const future = findRateCard({
      currency: 'GBP',
      at: Date.parse('2026-08-01'),
      cards: [{ ...built, id: 'g', currency: 'GBP' }],
    });
    expect(future?.id).toBe('g');
  });
});
