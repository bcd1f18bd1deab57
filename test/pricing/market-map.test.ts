import { expect, test, vi } from 'vitest';
import type * as market from '../../src/pricing/markets/market.ts';

/** The map is built once and kept: a fresh copy of the module builds it anew, inside the test that looks at it. */
async function freshMap(): Promise<typeof market> {
  vi.resetModules();
  return import('../../src/pricing/markets/market.ts');
}

test('default: every kind of prefix gives its market, country and confidence', async () => {
  const { marketOfNumber } = await freshMap();
  const of = (to: string, date = '2026-10-01'): unknown[] => {
    const { market, prefix, country, confidence } = marketOfNumber(to, date);
    return [market, prefix, country, confidence];
  };
  expect(of('5511987654321')).toEqual(['Brazil', '55', 'BR', 'high']);
  expect(of('99999123456')).toEqual(['Other', '', undefined, 'low']);
  expect(of('5999123456')).toEqual(['Other', '599', undefined, 'medium']);
  expect(of('599123456')).toEqual(['Other', '599', undefined, 'medium']);
  expect(of('262692123456')).toEqual(['Other', '262', undefined, 'medium']);
  expect(of('821012345678')).toEqual(['Other', '82', 'KR', 'medium']);
});

test('behavior: the longest prefix decides in +1 and +7, area codes tell Canada from the United States', async () => {
  const { marketOfNumber, marketOfPrefix } = await freshMap();
  const of = (to: string): unknown[] => {
    const { market, prefix, country, confidence } = marketOfNumber(to, '2026-10-01');
    return [market, prefix, country, confidence];
  };
  expect(of('12125550100')).toEqual(['North America', '1', 'US', 'high']);
  expect(of('10005550100')).toEqual(['North America', '1', 'US', 'high']);
  expect(of('19995550100')).toEqual(['North America', '1', 'US', 'high']);
  expect(of('14165550100')).toEqual(['North America', '1', 'CA', 'high']);
  expect(of('12045550100')).toEqual(['North America', '1', 'CA', 'high']);
  expect(of('17875550100')).toEqual(['Rest of Latin America', '1787', 'PR', 'high']);
  expect(of('12425550100')).toEqual(['Other', '1242', 'BS', 'low']);
  expect(of('14415550100')).toEqual(['Other', '1441', 'BM', 'low']);
  expect(of('20101234567')).toEqual(['Egypt', '20', 'EG', 'high']);
  expect(of('79161234567')).toEqual(['Russia', '7', 'RU', 'high']);
  expect(of('77011234567')).toEqual(['Kazakhstan', '77', 'KZ', 'medium']);
  expect(of('76001234567')).toEqual(['Kazakhstan', '76', 'KZ', 'medium']);
  expect(marketOfPrefix('1', '2026-10-01')).toEqual({
    market: 'North America',
    prefix: '1',
    country: undefined,
    confidence: 'high',
  });
});

test('behavior: countries by code, and those that share a prefix', async () => {
  const { marketOfCountry } = await freshMap();
  const of = (country: string): unknown => marketOfCountry(country, '2026-10-01');
  expect(of('US')).toEqual({ market: 'North America', prefix: '1', country: 'US', confidence: 'high' });
  expect(of('ca')).toEqual({ market: 'North America', prefix: '1', country: 'CA', confidence: 'high' });
  expect(of('DO')).toEqual({
    market: 'Rest of Latin America',
    prefix: '1809',
    country: 'DO',
    confidence: 'high',
  });
  expect(of('RE')).toEqual({ market: 'Other', prefix: '262', country: 'RE', confidence: 'medium' });
  expect(of('BS')).toEqual({ market: 'Other', prefix: '1242', country: 'BS', confidence: 'low' });
  expect(of('JE')).toEqual({ market: 'United Kingdom', prefix: '44', country: 'JE', confidence: 'low' });
  expect(of('EH')).toEqual({ market: 'Morocco', prefix: '212', country: 'EH', confidence: 'low' });
  expect(of('UK')).toBeUndefined();
  expect(of('St')).toMatchObject({ market: 'Other', prefix: '239' });
});

test('behavior: the moves begin on their day and last', async () => {
  const { findMarket, marketOfNumber } = await freshMap();
  expect(findMarket({ to: '77011234567', at: Date.UTC(2026, 8, 30) })?.market).toBe('Other');
  expect(findMarket({ to: '77011234567', at: Date.UTC(2026, 9, 1) })?.market).toBe('Kazakhstan');
  const of = (to: string, ...dates: string[]): string[] =>
    dates.map((date) => marketOfNumber(to, date).market);
  expect(of('263712345678', '2023-06-01', '2025-09-30', '2025-10-01', '2027-01-01')).toEqual([
    'Other',
    'Other',
    'Rest of Africa',
    'Rest of Africa',
  ]);
  expect(of('36301234567', '2026-06-30', '2026-07-01', '2026-10-01')).toEqual([
    'Rest of Central & Eastern Europe',
    'Hungary',
    'Hungary',
  ]);
  expect(of('77011234567', '2026-09-30', '2026-10-01')).toEqual(['Other', 'Kazakhstan']);
  expect(of('380501234567', '2026-09-30', '2026-10-01')).toEqual([
    'Rest of Central & Eastern Europe',
    'Ukraine',
  ]);
});

test('behavior: cards read their table once, when it is first asked for', async () => {
  vi.resetModules();
  const { categoryColumns, defineRateCard } = await import('../../src/pricing/cards/define-rate-card.ts');
  expect(categoryColumns).toEqual([
    'marketing',
    'utility',
    'authentication',
    'authentication_international',
    'service',
  ]);
  const card = defineRateCard({
    currency: 'USD',
    effectiveFrom: '2026-10-01',
    effectiveUntil: undefined,
    model: 'message_2026',
    complete: false,
    confidence: 'low',
    tierConfidence: 'low',
    source: 'a test',
    columns: ['marketing', 'utility', 'authentication'],
    table: '\nBrazil||625|68|=\nIndia||118|14\n',
  });
  expect(card.id).toBe('2026-10-01-USD');
  expect(Object.fromEntries(card.markets)).toEqual({
    Brazil: {
      marketing: { rate: 625, tiers: [] },
      utility: { rate: 68, tiers: [] },
      authentication: { rate: 68, tiers: [] },
    },
    India: {
      marketing: { rate: 118, tiers: [] },
      utility: { rate: 14, tiers: [] },
      authentication: 'not_on_record',
    },
  });
  expect(card.markets).toBe(card.markets);
});

test('error: a plus or a letter where none belongs', async () => {
  const { marketOfNumber, marketOfPrefix } = await freshMap();
  expect(() => marketOfNumber('5511+987654321', '2026-10-01')).toThrow(
    'to: "5511+987654321" is not a phone number',
  );
  for (const prefix of ['5+5', 'x55', '55x', '']) {
    expect(() => marketOfPrefix(prefix, '2026-10-01')).toThrow(`prefix: "${prefix}" is not a calling code`);
  }
});
