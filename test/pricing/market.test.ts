import { describe, expect, test } from 'vitest';
import { findMarket, quoteFromCard, usd20261001, type RateCard } from 'wabakit/pricing';
import { marketOfPrefix } from '../../src/pricing/markets/market.ts';

const at = Date.UTC(2026, 9, 15);
const of = (to: string): string | undefined => findMarket({ to, at })?.market;

describe('the traps of the map', () => {
  test.each([
    ['+17875550100', 'Rest of Latin America', 'PR'],
    ['+19395550100', 'Rest of Latin America', 'PR'],
    ['+18095550100', 'Rest of Latin America', 'DO'],
    ['+18295550100', 'Rest of Latin America', 'DO'],
    ['+18495550100', 'Rest of Latin America', 'DO'],
    ['+16585550100', 'Rest of Latin America', 'JM'],
    ['+18765550100', 'Rest of Latin America', 'JM'],
    ['+12425550100', 'Other', 'BS'],
    ['+16715550100', 'Other', 'GU'],
    ['+12125550100', 'North America', 'US'],
    ['+14165550100', 'North America', 'CA'],
    ['+79161234567', 'Russia', 'RU'],
    ['+77011234567', 'Kazakhstan', 'KZ'],
    ['+76001234567', 'Kazakhstan', 'KZ'],
    ['+821012345678', 'Other', 'KR'],
    ['+37251234567', 'Other', 'EE'],
    ['+352621123456', 'Other', 'LU'],
    ['+35799123456', 'Other', 'CY'],
    ['+243812345678', 'Other', 'CD'],
    ['+224601123456', 'Other', 'GN'],
    ['+5351234567', 'Other', 'CU'],
    ['+989121234567', 'Other', 'IR'],
    ['+306912345678', 'Rest of Central & Eastern Europe', 'GR'],
    ['+905321234567', 'Turkey', 'TR'],
    ['+972501234567', 'Israel', 'IL'],
    ['+263712345678', 'Rest of Africa', 'ZW'],
    ['+447911123456', 'United Kingdom', 'GB'],
    ['+59991234567', 'Other', undefined],
    ['+999123456789', 'Other', undefined],
  ])('default: %s is %s (%s)', (to, market, country) => {
    expect(findMarket({ to, at })).toMatchObject({ market, country });
  });

  test('behavior: how sure each kind of match is', () => {
    const sure = (to: string): string | undefined => findMarket({ to, at })?.confidence;
    expect(sure('+5511987654321')).toBe('high');
    expect(sure('+77011234567')).toBe('medium');
    expect(sure('+821012345678')).toBe('medium');
    expect(sure('+12425550100')).toBe('low');
    expect(sure('+17875550100')).toBe('high');
    expect(sure('+999123456789')).toBe('low');
  });

  test('behavior: countries by code; those that share a prefix follow it, with low confidence', () => {
    const by = (country: string) => findMarket({ country, at });
    expect(by('br')).toMatchObject({ market: 'Brazil', country: 'BR', prefix: '55', confidence: 'high' });
    expect(by('US')).toMatchObject({ market: 'North America', country: 'US' });
    expect(by('CA')).toMatchObject({ market: 'North America', country: 'CA' });
    expect(by('JE')).toEqual({ market: 'United Kingdom', prefix: '44', country: 'JE', confidence: 'low' });
    expect(by('EH')).toMatchObject({ market: 'Morocco', confidence: 'low' });
    expect(by('VA')).toMatchObject({ market: 'Italy' });
    expect(by('DO')).toMatchObject({ market: 'Rest of Latin America' });
    expect(by('UK')).toBeUndefined();
    expect(by('')).toBeUndefined();
  });

  test('args: numbers with or without plus, with the usual separators', () => {
    for (const to of ['5511987654321', '+55 11 98765-4321', '+55 (11) 98765.4321', '55\u00a011 987654321']) {
      expect(of(to)).toBe('Brazil');
    }
  });

  test.each([
    '',
    '+',
    '12',
    '+1234',
    'abc',
    '+55a11987654321',
    '0055119876',
    '++5511987654321',
    '+55/11987654321',
    `+${'5'.repeat(21)}`,
  ])('error: %j is no number with a calling code', (to) => {
    expect(() => of(to)).toThrow(
      'is not a phone number with its calling code, such as "+5511987654321" (5 to 20 digits).',
    );
  });

  test('error: no recipient', () => {
    expect(() => findMarket({ at })).toThrow(
      'to: give the recipient as `to` (a phone number) or as `country`',
    );
  });
});

describe('marketOfPrefix', () => {
  test('default: a calling code alone; +1 alone is neither the United States nor Canada', () => {
    expect(marketOfPrefix('55', '2026-10-01')).toMatchObject({ market: 'Brazil', country: 'BR' });
    expect(marketOfPrefix('+7', '2026-10-01').market).toBe('Russia');
    expect(marketOfPrefix('77', '2026-10-01').market).toBe('Kazakhstan');
    expect(marketOfPrefix('77', '2026-09-30').market).toBe('Other');
    expect(marketOfPrefix('1', '2026-10-01')).toMatchObject({ market: 'North America', country: undefined });
    expect(marketOfPrefix('1416', '2026-10-01').country).toBe('CA');
    expect(marketOfPrefix('1787555', '2026-10-01').market).toBe('Rest of Latin America');
    expect(() => marketOfPrefix('x', '2026-10-01')).toThrow('prefix: "x" is not a calling code');
    expect(() => marketOfPrefix('0', '2026-10-01')).toThrow('prefix');
  });
});

describe('a card that moves prefixes', () => {
  const card: RateCard = { ...usd20261001, prefixes: { '84': 'Germany', '8490': 'France', '1': 'Brazil' } };
  const market = (to: string): string | undefined => quoteFromCard({ card, to, category: 'utility' }).market;

  test('default: its prefixes go before the built-in map where they are at least as long', () => {
    expect(market('+84 812345678')).toBe('Germany');
    expect(market('+84 901234567')).toBe('France');
    expect(market('+17875550100')).toBe('Rest of Latin America');
    expect(market('+14165550100')).toBe('Brazil');
    expect(market('+5511987654321')).toBe('Brazil');
    expect(quoteFromCard({ card: usd20261001, to: '+84812345678', category: 'utility' }).market).toBe(
      'Rest of Asia Pacific',
    );
  });
});
