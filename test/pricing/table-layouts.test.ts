import { describe, expect, test } from 'vitest';
import {
  diffRateCards,
  parseRateCardCsv,
  parseVolumeTierCsv,
  PricingError,
  withVolumeTiers,
  type VolumeTierTable,
} from 'wabakit/pricing';
import { readCsv } from '../../src/pricing/cards/read-csv.ts';

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

const from = { effectiveFrom: '2027-01-01' } as const;

describe('a volume tier table', () => {
  const titles = ',,Utility,,,Authentication,,';
  const header = 'Market,Currency,From,To,Rate,From,To,Rate';
  const file = (...rows: string[]): string => [titles, header, ...rows].join('\n');
  const read = (...rows: string[]): VolumeTierTable => parseVolumeTierCsv(file(...rows), from);
  const issues = (...rows: string[]): string[] => getIssues(() => read(...rows));
  const firstTier = (table: VolumeTierTable): unknown => table.markets.get('A');

  test('default: counts with or without separators, rates of several digits', () => {
    expect(firstTier(read('A,USD,0,25000,12.5,0,"1,000,000",10', ',USD,25001,—,11,1000001,-,9.75'))).toEqual({
      utility: [
        { from: 0, to: 25_000, rate: 125_000 },
        { from: 25_001, to: undefined, rate: 110_000 },
      ],
      authentication: [
        { from: 0, to: 1_000_000, rate: 100_000 },
        { from: 1_000_001, to: undefined, rate: 97_500 },
      ],
    });
  });

  test('behavior: a group that is empty, n/a or na in a line has no tier there', () => {
    for (const nothing of [',,', 'n/a,n/a,n/a', 'NA,na,N/A', ',n/a,']) {
      expect(firstTier(read(`A,USD,0,--,1,${nothing}`))).toEqual({
        utility: [{ from: 0, to: undefined, rate: 10_000 }],
      });
    }
  });

  test('error: a group that is filled in part, or with something like n/a', () => {
    expect(issues('A,USD,0,10,,n/a,n/a,n/a')).toEqual(['line 3, utility: "" is not a rate such as 0.0068.']);
    expect(issues('A,USD,n/a,10,1,n/a,n/a,n/a')).toEqual([
      'line 3, utility: "n/a" is not a count of messages.',
    ]);
    expect(issues('A,USD,0,n/a,1,n/a,n/a,n/a')).toEqual([
      'line 3, utility: "n/a" is not a count of messages, nor -- for open.',
    ]);
    expect(issues('A,USD,xn/a,xn/a,xn/a,n/a,n/a,n/a')).toEqual([
      'line 3, utility: "xn/a" is not a count of messages.',
    ]);
    expect(issues('A,USD,n/ab,n/ab,n/ab,n/a,n/a,n/a')).toEqual([
      'line 3, utility: "n/ab" is not a count of messages.',
    ]);
    expect(issues('A,USD,0,x-,1,n/a,n/a,n/a')).toEqual([
      'line 3, utility: "x-" is not a count of messages, nor -- for open.',
    ]);
    expect(issues('A,USD,0,-x,1,n/a,n/a,n/a')).toEqual([
      'line 3, utility: "-x" is not a count of messages, nor -- for open.',
    ]);
    expect(issues('A,USD,0,1,1.,n/a,n/a,n/a')).toEqual([
      'line 3, utility: "1." is not a rate such as 0.0068.',
    ]);
    expect(issues('A,USD,0,"12,34",1,n/a,n/a,n/a')).toEqual([
      'line 3, utility: "12,34" is not a count of messages, nor -- for open.',
    ]);
  });

  test('error: one bad tier is told once; the next one joins the last good one', () => {
    expect(issues('A,USD,0,10,1,n/a,n/a,n/a', ',USD,x,20,1,n/a,n/a,n/a', ',USD,11,--,1,n/a,n/a,n/a')).toEqual(
      ['line 4, utility: "x" is not a count of messages.'],
    );
  });

  test('behavior: a title may stand to the left of its columns; a cell below the header is none', () => {
    const shifted = [',Utility,,,,Authentication,,', header, 'A,USD,0,--,1,0,--,2'].join('\n');
    expect(firstTier(parseVolumeTierCsv(shifted, from))).toEqual({
      utility: [{ from: 0, to: undefined, rate: 10_000 }],
      authentication: [{ from: 0, to: undefined, rate: 20_000 }],
    });
    const noted = [`${titles},`, `${header},Note`, 'A,USD,0,--,1,0,--,2,Utility'].join('\n');
    expect(firstTier(parseVolumeTierCsv(noted, from))).toEqual({
      utility: [{ from: 0, to: undefined, rate: 10_000 }],
      authentication: [{ from: 0, to: undefined, rate: 20_000 }],
    });
  });

  test('error: groups without To or Rate are none', () => {
    const none = 'no line above the header names Utility or Authentication over From, To and Rate.';
    const without = (columns: string): string[] =>
      getIssues(() => parseVolumeTierCsv(`,,Utility\n${columns}\nA,USD,0,1`, from));
    expect(without('Market,Currency,From,Rate')).toEqual([`line 2: ${none}`]);
    expect(without('Market,Currency,From,To')).toEqual([`line 2: ${none}`]);
  });

  test('behavior: lines that only look like the header are passed over', () => {
    const text = ['Markets are mapped to regions', 'See also,From', file('A,USD,0,--,1,0,--,2')].join('\n');
    expect(parseVolumeTierCsv(text, from).markets.size).toBe(1);
    expect(
      getIssues(() => parseVolumeTierCsv(file('A,USD,0,--,1,n/a,n/a,n/a,"effective May 1, 2027"'))),
    ).toEqual([
      'effectiveFrom: no line above the header says "effective <month> <day>, <year>": give the first day of the card.',
    ]);
  });
});

describe('a rate card', () => {
  const header = 'Market,Currency,Marketing,Utility,Authentication';
  const read = (row: string) => parseRateCardCsv(`${header}\n${row}`, from).markets.get('A');
  const issues = (row: string): string[] => getIssues(() => read(row));

  test('default: separators of thousands with and without decimals', () => {
    expect(read('A,IDR,"1,234,567","12,345.67","123,456.7"')).toEqual({
      marketing: { rate: 12_345_670_000, tiers: [] },
      utility: { rate: 123_456_700, tiers: [] },
      authentication: { rate: 1_234_567_000, tiers: [] },
    });
    expect(read('A,USD,n/a,NA,')).toEqual({
      marketing: 'not_applicable',
      utility: 'not_applicable',
      authentication: 'not_on_record',
    });
  });

  test.each(['xn/a', 'n/ab', '1,23', '1234,567', 'x1,234', '"1,234x"', '1,234.', '1.', '.5'])(
    'error: %j is no rate',
    (cell) => {
      const shown = JSON.stringify(cell.replaceAll('"', ''));
      expect(issues(`A,USD,"${cell.replaceAll('"', '')}",1,1`)).toEqual([
        `line 2, column "Marketing": ${shown} is not a rate such as 0.0068 or n/a (at most four decimals).`,
      ]);
    },
  );

  test('behavior: lines that only look like the header are passed over', () => {
    const text = `Market\nTopic,Marketing\n${header}\nA,USD,1,1,1`;
    expect(parseRateCardCsv(text, from).markets.size).toBe(1);
    expect(getIssues(() => parseRateCardCsv(`${header},Note\nA,USD,1,1,1,"effective May 1, 2027"`))).toEqual([
      'effectiveFrom: no line above the header says "effective <month> <day>, <year>": give the first day of the card.',
    ]);
  });

  test('behavior: the date may be spread over cells, the currency may be $US or stand in some lines only', () => {
    const spread = `Rates effective,,January,,1,,2027\n${header}\nA,$US,1,1,1\nB,,1,1,1`;
    expect(parseRateCardCsv(spread)).toMatchObject({ id: '2027-01-01-USD', currency: 'USD' });
    const narrow = `Rates,effective,January,1,2027\n${header}\nA,USD,1,1,1`;
    expect(parseRateCardCsv(narrow).effectiveFrom).toBe('2027-01-01');
  });

  test('args: a file of just a million characters is read', () => {
    expect(readCsv('a'.repeat(1_000_000)).rows).toHaveLength(1);
  });
});

describe('tiers that do not fit their card', () => {
  const card = parseRateCardCsv('Market,Currency,Marketing,Utility,Authentication\nA,USD,3,1,n/a', from);
  const tiers = (text: string): VolumeTierTable =>
    parseVolumeTierCsv(
      `,,Utility,,,Authentication,,\nMarket,Currency,From,To,Rate,From,To,Rate\n${text}`,
      from,
    );

  test('error: columns without a list rate, and another first rate', () => {
    expect(() => withVolumeTiers(card, tiers('A,USD,0,--,2,0,--,1'))).toThrow(
      [
        'The volume tiers do not belong to this rate card.',
        "  A, utility: the first tier's rate 20000 is not the list rate 10000 (in ten-thousandths).",
        "  A, authentication: the first tier's rate 10000 is not the list rate n/a (in ten-thousandths).",
      ].join('\n'),
    );
  });

  test('behavior: a difference of the first rate is no difference of tiers, one of a bound or a later rate is', () => {
    const tiered = (text: string, utility: string) =>
      withVolumeTiers(
        parseRateCardCsv(`Market,Currency,Marketing,Utility,Authentication\nA,USD,3,${utility},n/a`, from),
        tiers(text),
      );
    const before = tiered('A,USD,0,10,1,n/a,n/a,n/a\n,USD,11,--,0.5,n/a,n/a,n/a', '1');
    const getTiers = (text: string, utility: string): number =>
      diffRateCards(before, tiered(text, utility)).tiers.length;
    expect(getTiers('A,USD,0,10,2,n/a,n/a,n/a\n,USD,11,--,0.5,n/a,n/a,n/a', '2')).toBe(0);
    expect(getTiers('A,USD,0,10,1,n/a,n/a,n/a\n,USD,11,--,0.4,n/a,n/a,n/a', '1')).toBe(1);
    expect(getTiers('A,USD,0,20,1,n/a,n/a,n/a\n,USD,21,--,0.5,n/a,n/a,n/a', '1')).toBe(1);
    expect(getTiers('A,USD,0,10,1,n/a,n/a,n/a\n,USD,11,90,0.5,n/a,n/a,n/a', '1')).toBe(1);
    const closed = tiered('A,USD,0,10,1,n/a,n/a,n/a\n,USD,11,90,0.5,n/a,n/a,n/a', '1');
    const longer = tiered('A,USD,0,10,1,n/a,n/a,n/a\n,USD,11,95,0.5,n/a,n/a,n/a', '1');
    expect(diffRateCards(closed, longer)).toMatchObject({
      rates: [],
      tiers: [{ market: 'A', column: 'utility' }],
    });
  });
});
