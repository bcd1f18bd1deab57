import { describe, expect, test } from 'vitest';
import { parseRateCardCsv, parseVolumeTierCsv, withVolumeTiers } from 'wabakit/pricing';

const preface = '\uFEFFWhatsApp rates;;;;;\r\n"Effective January 1, 2027";;;;;\r\n';
const header = 'Market;Currency;Marketing;Utility;Authentication;"Authentication-\nInternational"\r\n';
const read = (cells: string) => parseRateCardCsv(`${preface}${header}${cells}\r\n`).markets.get('Brazil');

describe('a price table that a spreadsheet saved', () => {
  test.each([
    ['semicolons and decimal commas', 'Brazil;USD;0,0625;0,0068;0,0068;n/a'],
    ['semicolons and decimal points', 'Brazil;USD;0.0625;0.0068;0.0068;n/a'],
  ])('behavior: %s', (_, cells) => {
    expect(read(cells)).toMatchObject({
      marketing: { rate: 625 },
      utility: { rate: 68 },
      authentication_international: 'not_applicable',
    });
  });

  test('behavior: tabs', () => {
    const text = `${preface}${header}Brazil;USD;0.0625;0.0068;0.0068;n/a`.replaceAll(';', '\t');
    expect(parseRateCardCsv(text).markets.get('Brazil')).toMatchObject({ marketing: { rate: 625 } });
  });

  test.each(['1.234', '1,234', '0,06251', '0,0,1'])(
    'error: the rate %s may be read in two ways, or in none',
    (rate) => {
      expect(() => read(`Brazil;USD;${rate};0,0068;0,0068;n/a`)).toThrow(
        `line 5, column "Marketing": ${JSON.stringify(rate)} is not a rate`,
      );
    },
  );

  test('behavior: a fraction with a comma is never read as thousands', () => {
    const text = (rate: string) =>
      `"Effective January 1, 2027"\nMarket,Currency,Marketing,Utility,Authentication\nBrazil,USD,"${rate}",0.0068,0.0068\n`;
    expect(parseRateCardCsv(text('1,062')).markets.get('Brazil')?.marketing).toMatchObject({
      rate: 10_620_000,
    });
    expect(() => parseRateCardCsv(text('0,062'))).toThrow('"0,062" is not a rate');
  });

  test('behavior: volume tiers with semicolons belong to it', () => {
    const card = parseRateCardCsv(`${preface}${header}Brazil;USD;0,0625;0,0068;0,0068;n/a`);
    const tiers = parseVolumeTierCsv(
      '"Effective January 1, 2027";;;;\n;;Utility;;\nMarket;Currency;From;To;Rate\nBrazil;USD;0;"250,000";0,0068\n;USD;250001;--;0,0065\n',
    );
    expect(withVolumeTiers(card, tiers).markets.get('Brazil')?.utility).toEqual({
      rate: 68,
      tiers: [
        { from: 0, to: 250_000, rate: 68 },
        { from: 250_001, to: undefined, rate: 65 },
      ],
    });
  });
});
