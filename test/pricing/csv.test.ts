import { describe, expect, test } from 'vitest';
import {
  diffRateCards,
  parseRateCardCsv,
  parseVolumeTierCsv,
  PricingError,
  quoteFromCard,
  usd20260401,
  usd20260701,
  usd20261001,
  withVolumeTiers,
} from 'wabakit/pricing';
import { readCsv } from '../../src/pricing/cards/read-csv.ts';
import { csvRows } from './reference-csv.ts';

const preface = [
  '"Cost per message in USD on the WhatsApp Business Platform, effective January 1, 2027",,,,,,',
  'We charge on a per-message basis on the WhatsApp Business Platform. Learn more here:,,,,https://example.com,,',
  '"Some markets are mapped to a ""Rest of"" region or ""Other."" Learn more here:",,,,https://example.com,,',
];
const header = 'Market,Currency,Marketing,Utility,Authentication,"Authentication-\nInternational",Service';
const rateFile = (...rows: string[]): string => [...preface, header, ...rows].join('\r\n');
const brazil = 'Brazil,USD,0.0625,0.0068,0.0068,n/a,0.0068';
const india = 'India,USD,0.0118,0.0014,0.0014,0.0304,0.0014';

const tierHead = [
  '"Cost per message in USD, effective January 1, 2027 - Reflecting volume tiers",,,,,,,,,,,,,,,,',
  ',,Utility,,,,,Authentication,,,,,Authentication-International,,,,',
  ',,Messages (per month),,What we charge,,,Messages (per month),,What we charge,,,Messages (per month),,What we charge,,',
  '"Market\n(per rate card)",Currency,From,To,Rate type,Rate,vs. List rate,From,To,Rate type,Rate,vs. List rate,From,To,Rate type,Rate,vs. List rate',
];
const tierFile = (...rows: string[]): string => [...tierHead, ...rows].join('\r\n');
const none = 'n/a,n/a,n/a,n/a,n/a';
const brazilTiers = [
  `Brazil,USD,0,"250,000",List rate,0.0068,0%,0,"500,000",List rate,0.0068,0%,${none}`,
  `,USD,"250,001",--,Tier rate,0.0065,-5%,"500,001",--,Tier rate,0.0065,-5%,${none}`,
];
const indiaTiers = [
  'India,USD,0,"25,000,000",List rate,0.0014,0%,0,"750,000",List rate,0.0014,0%,0,"750,000",List rate,0.0304,0%',
  ',USD,"25,000,001",--,Tier rate,0.0013,-6%,"750,001",--,Tier rate,0.0013,-6%,"750,001",--,Tier rate,0.0286,-6%',
];

/** The issues of what a reader throws, a line each. */
function getIssues(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof PricingError) return error.issues.map((issue) => `${issue.path}: ${issue.message}`);
    throw error;
  }
  return [];
}

describe('readCsv', () => {
  const cells = (text: string): (readonly string[])[] => readCsv(text).rows.map((row) => row.cells);

  test('default: quotes, doubled quotes, line breaks inside, CRLF and LF, a BOM, spaces around', () => {
    expect(readCsv('\ufeffa, b ,"c,d"\r\n\r\n,,\n"e ""f""","g\r\nh",\n').rows).toEqual([
      { line: 1, cells: ['a', 'b', 'c,d'] },
      { line: 4, cells: ['e "f"', 'g h', ''] },
    ]);
    expect(cells('a,b')).toEqual([['a', 'b']]);
    expect(cells('"x"\n"y"')).toEqual([['x'], ['y']]);
    expect(cells('')).toEqual([]);
    expect(cells('""')).toEqual([]);
    expect(readCsv('"a\nb"\nc').rows).toEqual([
      { line: 1, cells: ['a b'] },
      { line: 3, cells: ['c'] },
    ]);
  });

  test('error: a quote that never closes names its line; a file that is too large', () => {
    expect(getIssues(() => readCsv('a\nb,"c\nd\n'))).toEqual([
      'line 2: a quote (") is opened and never closed.',
    ]);
    expect(readCsv('a'.repeat(999_999)).rows).toHaveLength(1);
    expect(readCsv('a'.repeat(1_000_000)).rows).toHaveLength(1);
    expect(getIssues(() => readCsv('a'.repeat(1_000_001)))).toEqual([
      'file: 1000001 characters; a price table has at most 1,000,000.',
    ]);
  });
});

describe('parseRateCardCsv', () => {
  test("default: Meta's download, with its preface, broken header cell, n/a and CRLF", () => {
    const card = parseRateCardCsv(rateFile(brazil, india));
    expect(card).toMatchObject({
      id: '2027-01-01-USD',
      currency: 'USD',
      effectiveFrom: '2027-01-01',
      effectiveUntil: undefined,
      model: 'message_2026',
      complete: true,
      confidence: 'high',
      tierConfidence: 'high',
      source: 'a CSV file',
      prefixes: undefined,
    });
    expect(Object.fromEntries(card.markets)).toEqual({
      Brazil: {
        marketing: { rate: 625, tiers: [] },
        utility: { rate: 68, tiers: [] },
        authentication: { rate: 68, tiers: [] },
        authentication_international: 'not_applicable',
        service: { rate: 68, tiers: [] },
      },
      India: {
        marketing: { rate: 118, tiers: [] },
        utility: { rate: 14, tiers: [] },
        authentication: { rate: 14, tiers: [] },
        authentication_international: { rate: 304, tiers: [] },
        service: { rate: 14, tiers: [] },
      },
    });
    expect(quoteFromCard({ card, to: '+5511987654321', category: 'marketing' })).toMatchObject({
      amount: { currency: 'USD', scaledAmount: 625, scale: 4 },
      card: '2027-01-01-USD',
    });
  });

  test('args: options fill in what the file does not say', () => {
    const bare =
      'Market,Marketing,Utility,Authentication\nIndonesia,"1,586.3300","356.65",356\nOther,,N/A,na';
    const card = parseRateCardCsv(bare, {
      currency: 'IDR',
      effectiveFrom: '2027-04-01',
      effectiveUntil: '2027-07-01',
      source: 'our finance team',
      prefixes: { '84': 'Vietnam' },
    });
    expect(card).toMatchObject({
      id: '2027-04-01-IDR',
      complete: false,
      effectiveUntil: '2027-07-01',
      source: 'our finance team',
      prefixes: { '84': 'Vietnam' },
    });
    expect(Object.fromEntries(card.markets)).toEqual({
      Indonesia: {
        marketing: { rate: 15_863_300, tiers: [] },
        utility: { rate: 3_566_500, tiers: [] },
        authentication: { rate: 3_560_000, tiers: [] },
      },
      Other: { marketing: 'not_on_record', utility: 'not_applicable', authentication: 'not_applicable' },
    });
    expect(parseRateCardCsv(rateFile(brazil), { effectiveFrom: '2025-08-01' })).toMatchObject({
      model: 'message_2025',
    });
    expect(parseRateCardCsv(rateFile(brazil), { currency: 'USD' }).currency).toBe('USD');
  });

  test('behavior: every month name and both ways to write the day', () => {
    const months = [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ];
    for (const [index, month] of months.entries()) {
      const text = rateFile(brazil).replace('January 1, 2027', `${month} 15 2027`);
      expect(parseRateCardCsv(text).effectiveFrom).toBe(`2027-${String(index + 1).padStart(2, '0')}-15`);
    }
  });

  test('error: every bad cell with line, column and reason, and no part is used', () => {
    expect(
      getIssues(() =>
        parseRateCardCsv(
          rateFile('Brazil,USD,0.06251,free,-1,n/a,"1,00"', india, 'India,USD,1,1,1,1,1', ',USD,1,1,1,1,1'),
        ),
      ),
    ).toEqual([
      'line 6, column "Marketing": "0.06251" is not a rate such as 0.0068 or n/a (at most four decimals).',
      'line 6, column "Utility": "free" is not a rate such as 0.0068 or n/a (at most four decimals).',
      'line 6, column "Authentication": "-1" is not a rate such as 0.0068 or n/a (at most four decimals).',
      'line 6, column "Service": "1,00" is not a rate such as 0.0068 or n/a (at most four decimals).',
      'line 8, column "Market": India stands in an earlier line too.',
      'line 9, column "Market": the market has no name.',
    ]);
    expect(() => parseRateCardCsv('x')).toThrow(
      'The CSV file cannot be read as a price table. No part of it was used.\n  header: no line begins with Market and has a Marketing column.',
    );
  });

  test('error: headers, dates and currencies that do not fit', () => {
    const issues = (text: string, options = {}): string[] => getIssues(() => parseRateCardCsv(text, options));
    expect(issues('Market,Currency,Marketing,Marketing\nBrazil,USD,1,2')).toEqual([
      'line 1: the header has no utility column.',
      'line 1: the header has no authentication column.',
      'line 1: the header has two marketing columns.',
    ]);
    expect(issues(rateFile())).toEqual(['file: the file has no row below the header.']);
    expect(issues('Market,Currency,Marketing,Utility,Authentication\nBrazil,USD,1,1,1')).toEqual([
      'effectiveFrom: no line above the header says "effective <month> <day>, <year>": give the first day of the card.',
    ]);
    expect(issues(rateFile(brazil).replace('January 1', 'February 30'))).toHaveLength(1);
    expect(issues(rateFile(brazil).replace('January', 'Janvier'))).toHaveLength(1);
    expect(issues(rateFile(brazil), { effectiveFrom: '2027-13-01' })).toEqual([
      'effectiveFrom: "2027-13-01" is not a date such as "2027-01-01".',
    ]);
    expect(issues(rateFile(brazil), { effectiveUntil: 'soon' })).toEqual([
      'effectiveUntil: "soon" is not a date such as "2027-01-01".',
    ]);
    expect(issues(rateFile(brazil, india.replace('USD', 'EUR')))).toEqual([
      'line 7, column "Currency": EUR after USD: a card has one currency.',
    ]);
    expect(issues(rateFile(brazil.replace('USD', 'CHF')))).toEqual([
      'line 6, column "Currency": "CHF" is not a currency that Meta bills in.',
    ]);
    expect(issues(rateFile(brazil), { currency: 'EUR' })).toEqual([
      'currency: the file is in USD, not in EUR.',
    ]);
    expect(
      issues('Market,Marketing,Utility,Authentication\nBrazil,1,1,1', { effectiveFrom: '2027-01-01' }),
    ).toEqual(['currency: the file has no Currency column: give the currency.']);
    expect(
      issues('Market,Marketing,Utility,Authentication\nBrazil,1,1,1', {
        effectiveFrom: '2027-01-01',
        currency: 'XXX',
      }),
    ).toEqual(['currency: "XXX" is not a currency that Meta bills in.']);
  });
});

describe('parseVolumeTierCsv', () => {
  test("default: Meta's download, three groups of columns, the market in its first line only", () => {
    const table = parseVolumeTierCsv(tierFile(...brazilTiers, ...indiaTiers));
    expect(table).toMatchObject({ currency: 'USD', effectiveFrom: '2027-01-01' });
    expect(Object.fromEntries(table.markets)).toEqual({
      Brazil: {
        utility: [
          { from: 0, to: 250_000, rate: 68 },
          { from: 250_001, to: undefined, rate: 65 },
        ],
        authentication: [
          { from: 0, to: 500_000, rate: 68 },
          { from: 500_001, to: undefined, rate: 65 },
        ],
      },
      India: {
        utility: [
          { from: 0, to: 25_000_000, rate: 14 },
          { from: 25_000_001, to: undefined, rate: 13 },
        ],
        authentication: [
          { from: 0, to: 750_000, rate: 14 },
          { from: 750_001, to: undefined, rate: 13 },
        ],
        authentication_international: [
          { from: 0, to: 750_000, rate: 304 },
          { from: 750_001, to: undefined, rate: 286 },
        ],
      },
    });
  });

  test('error: bounds that do not join, invalid counts and rates, markets out of place', () => {
    const line = (from: string, to: string, rate: string, market = ''): string =>
      `${market},USD,${from},${to},x,${rate},x,${none},${none}`;
    const issues = (...rows: string[]): string[] => getIssues(() => parseVolumeTierCsv(tierFile(...rows)));
    expect(issues(line('1', '10', '1', 'A'))).toEqual([
      'line 6, utility: the first tier begins at 1, not at 0.',
    ]);
    expect(issues(line('0', '10', '1', 'A'), line('12', '--', '1'))).toEqual([
      'line 7, utility: the tier begins at 12; the one before it ends at 10.',
    ]);
    expect(issues(line('0', '–', '1', 'A'), line('11', '20', '1'))).toEqual([
      'line 7, utility: a tier follows the open one.',
    ]);
    expect(issues(line('0', '0', '1', 'A'))).toEqual([
      'line 6, utility: the tier ends at 0, before it begins at 0.',
    ]);
    expect(issues(line('"1,00"', '10', '1', 'A'))).toEqual([
      'line 6, utility: "1,00" is not a count of messages.',
    ]);
    expect(issues(line('0', 'many', '1', 'A'))).toEqual([
      'line 6, utility: "many" is not a count of messages, nor -- for open.',
    ]);
    expect(issues(line('0', '10', '0.00001', 'A'))).toEqual([
      'line 6, utility: "0.00001" is not a rate such as 0.0068.',
    ]);
    expect(issues(line('0', '10', '1'))).toEqual([
      'line 6, column "Market": no line above names the market.',
      'file: the file has no row below the header.',
    ]);
    expect(issues(line('0', '--', '1', 'A'), line('0', '--', '1', 'B'), line('0', '--', '1', 'A'))).toEqual([
      'line 8, column "Market": A stands in an earlier line too.',
      'line 8, utility: a tier follows the open one.',
    ]);
    expect(issues()).toEqual(['currency: the file has no Currency column: give the currency.']);
    expect(getIssues(() => parseVolumeTierCsv(tierHead.join('\n'), { currency: 'USD' }))).toEqual([
      'file: the file has no row below the header.',
    ]);
    expect(getIssues(() => parseVolumeTierCsv('x'))).toEqual([
      'header: no line begins with Market and has a From column.',
    ]);
    expect(
      getIssues(() =>
        parseVolumeTierCsv('Market,Currency,From,To,Rate\nA,USD,0,--,1', { effectiveFrom: '2027-01-01' }),
      ),
    ).toEqual(['line 1: no line above the header names Utility or Authentication over From, To and Rate.']);
  });

  test('behavior: a market may name itself in each of its lines', () => {
    const again = brazilTiers.map((line) => line.replace(/^,/, 'Brazil,'));
    expect(parseVolumeTierCsv(tierFile(...again)).markets.get('Brazil')?.utility).toHaveLength(2);
  });
});

describe('withVolumeTiers', () => {
  const card = parseRateCardCsv(rateFile(brazil, india));
  const tiers = parseVolumeTierCsv(tierFile(...brazilTiers, ...indiaTiers));

  test('default: joins both, and quotes by tier', () => {
    const joined = withVolumeTiers(card, tiers);
    const rate = (volume: number): unknown => {
      const quote = quoteFromCard({
        card: joined,
        to: '+5511987654321',
        category: 'utility',
        volumeThisMonth: volume,
      });
      return quote.outcome === 'priced' ? quote.rate : quote.outcome;
    };
    expect([rate(0), rate(249_999), rate(250_000)]).toEqual([68, 68, 65]);
    expect(joined.markets.get('Brazil')?.marketing).toEqual({ rate: 625, tiers: [] });
    expect(card.markets.get('Brazil')?.utility).toEqual({ rate: 68, tiers: [] });
  });

  test('error: tables that do not belong together name every place', () => {
    const other = parseVolumeTierCsv(
      tierFile(
        ...brazilTiers.map((line) => line.replaceAll('USD', 'EUR').replaceAll('0.0068', '0.0069')),
      ).replace('January', 'April'),
    );
    const atlantis = parseVolumeTierCsv(tierFile(brazilTiers[0]?.replace('Brazil', 'Atlantis') ?? ''));
    expect(getIssues(() => withVolumeTiers(card, other))).toEqual([
      'currency: the tiers are in EUR, the card is in USD.',
      'effectiveFrom: the tiers begin on 2027-04-01, the card on 2027-01-01.',
      "Brazil, utility: the first tier's rate 69 is not the list rate 68 (in ten-thousandths).",
      "Brazil, authentication: the first tier's rate 69 is not the list rate 68 (in ten-thousandths).",
    ]);
    expect(getIssues(() => withVolumeTiers(card, atlantis))).toEqual([
      'Atlantis: the card does not have this market.',
    ]);
    const noRate = parseRateCardCsv(rateFile(brazil.replace('0.0068,0.0068', 'n/a,0.0068')));
    expect(getIssues(() => withVolumeTiers(noRate, parseVolumeTierCsv(tierFile(...brazilTiers))))).toEqual([
      "Brazil, utility: the first tier's rate 68 is not the list rate n/a (in ten-thousandths).",
    ]);
  });

  test(
    'behavior: the April 2026 card written as Meta writes it reads back as the built-in one',
    { tags: ['reference'] },
    () => {
      const grouped = (text: string): string =>
        text === '' ? '--' : `"${Number(text).toLocaleString('en-US')}"`;
      const rates = csvRows('rate-cards/2026-04-01-USD.csv').map((row) =>
        [
          row['market'],
          'USD',
          row['marketing'],
          row['utility'],
          row['authentication'],
          row['authentication_international'] || 'n/a',
          'n/a',
        ].join(','),
      );
      const rows = csvRows('volume-tiers/2026-04-01-USD.csv');
      const lines = [...new Set(rows.map((row) => row['market']))].flatMap((market) =>
        Array.from({ length: 6 }, (_, index) => {
          const groups = ['utility', 'authentication', 'authentication_international'].map((category) => {
            const tier = rows.filter((row) => row['market'] === market && row['category'] === category)[
              index
            ];
            return tier === undefined
              ? none
              : `${grouped(tier['tier_from'] ?? '')},${grouped(tier['tier_to'] ?? '')},x,${tier['rate']},x`;
          });
          return [index === 0 ? market : '', 'USD', ...groups].join(',');
        }),
      );
      const dated = (text: string): string => text.replace('January 1, 2027', 'April 1, 2026');
      const read = withVolumeTiers(
        parseRateCardCsv(dated(rateFile(...rates))),
        parseVolumeTierCsv(dated(tierFile(...lines))),
      );
      expect(Object.fromEntries(read.markets)).toEqual(Object.fromEntries(usd20260401.markets));
      expect(read).toMatchObject({ id: usd20260401.id, model: usd20260401.model });
    },
  );
});

describe('diffRateCards', () => {
  test("default: Meta's changes of October 2026", () => {
    const diff = diffRateCards(usd20260701, usd20261001);
    expect(diff).toMatchObject({ before: '2026-07-01-USD', after: '2026-10-01-USD', removedMarkets: [] });
    expect(diff.addedMarkets).toEqual([
      'Bangladesh',
      'Iraq',
      'Kazakhstan',
      'Kuwait',
      'Morocco',
      'Nepal',
      'Oman',
      'Sri Lanka',
      'Ukraine',
    ]);
    const changed = diff.rates.filter((change) => change.column !== 'service');
    expect(
      changed.map((change) => `${change.market} ${change.column} ${change.before} ${change.after}`),
    ).toEqual([
      'Mexico marketing 305 397',
      'Pakistan utility 100 150',
      'Pakistan authentication 100 150',
      'Peru utility 200 300',
      'Peru authentication 200 300',
      'Saudi Arabia marketing 501 576',
      'South Africa utility 76 95',
      'South Africa authentication 76 95',
      'United Arab Emirates marketing 499 576',
      'Rest of Asia Pacific marketing 732 842',
      'Rest of Middle East marketing 341 392',
    ]);
    expect(diff.rates.filter((change) => change.column === 'service')).toHaveLength(38);
    expect(diff.tiers).toEqual(
      ['Pakistan', 'Peru', 'South Africa'].flatMap((market) => [
        { market, column: 'utility' },
        { market, column: 'authentication' },
      ]),
    );
  });

  test('behavior: a card does not differ from itself; removed markets and bounds show', () => {
    expect(diffRateCards(usd20261001, usd20261001)).toMatchObject({
      addedMarkets: [],
      removedMarkets: [],
      rates: [],
      tiers: [],
    });
    expect(diffRateCards(usd20261001, usd20260701).removedMarkets).toHaveLength(9);
    const card = parseRateCardCsv(rateFile(brazil, india));
    const tiered = withVolumeTiers(card, parseVolumeTierCsv(tierFile(...brazilTiers)));
    // Tiers that the file does not hold are unknown, which is no change.
    expect(diffRateCards(card, tiered).tiers).toEqual([]);
    const utility = tiered.markets.get('Brazil')?.utility;
    if (typeof utility !== 'object') throw new Error('no utility rate');
    const tiers = utility.tiers.map((tier, index) => (index === 1 ? { ...tier, rate: 1 } : tier));
    const moved = new Map(tiered.markets).set('Brazil', { utility: { ...utility, tiers } });
    expect(diffRateCards(tiered, { ...tiered, markets: moved }).tiers).toEqual([
      { market: 'Brazil', column: 'utility' },
    ]);
    const lost = parseRateCardCsv(rateFile(brazil.replace('0.0625', 'n/a'), india));
    expect(diffRateCards(card, lost).rates).toEqual([
      { market: 'Brazil', column: 'marketing', before: 625, after: undefined },
    ]);
  });
});
