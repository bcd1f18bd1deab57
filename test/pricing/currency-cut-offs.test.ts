import { describe, expect, test } from 'vitest';
import { createLedger, quote, type QuoteParams } from 'wabakit/pricing';

const ask = (date: string, params: Partial<QuoteParams> = {}) =>
  quote({ to: '+4915112345678', category: 'utility', at: Date.parse(date), currency: 'USD', ...params });

const rule = (country: string, currency: string, from: string): string =>
  `a business in ${country} must be billed in ${currency} since ${from}: from an account in USD Meta delivers nothing`;

test.each([
  ['IN', '2026-12-31', 'priced'],
  ['IN', '2027-01-01', 'not_sendable'],
  ['in', '2027-01-01', 'not_sendable'],
  ['BR', '2027-06-30', 'priced'],
  ['BR', '2027-07-01', 'not_sendable'],
  ['DE', '2027-07-01', 'priced'],
] as const)('default: a business in %s on %s, billed in USD: %s', (basedIn, date, outcome) => {
  expect(ask(date, { basedIn }).outcome).toBe(outcome);
});

test('default: the refusal says why and has no code, because Meta publishes none', () => {
  expect(ask('2027-01-01', { basedIn: 'IN' })).toMatchObject({
    outcome: 'not_sendable',
    errorCode: undefined,
    market: 'Germany',
    category: 'utility',
  });
  expect(ask('2027-01-01', { basedIn: 'IN' }).reasons.at(-1)).toBe(rule('India', 'INR', '2027-01-01'));
  expect(ask('2027-07-01', { basedIn: 'BR' }).reasons.at(-1)).toBe(rule('Brazil', 'BRL', '2027-07-01'));
});

test("behavior: the account's own currency is taken", () => {
  expect(ask('2027-01-01', { basedIn: 'IN', currency: 'INR' }).outcome).toBe('priced');
  expect(ask('2027-07-01', { basedIn: 'BR', currency: 'BRL', to: '+5511987654321' }).outcome).toBe('priced');
});

test("behavior: the day is the account's", () => {
  const at = Date.parse('2026-12-31T18:30:00Z');
  expect(ask('', { at, basedIn: 'IN', timeZone: 'Asia/Kolkata' }).outcome).toBe('not_sendable');
  expect(ask('', { at: at - 1, basedIn: 'IN', timeZone: 'Asia/Kolkata' }).outcome).toBe('priced');
});

test('behavior: the terms of authentication-international say where the business is', () => {
  const authenticationInternational = { startTime: 0, basedIn: 'IN' };
  expect(ask('2027-01-01', { authenticationInternational }).outcome).toBe('not_sendable');
  expect(ask('2027-01-01', { authenticationInternational, basedIn: 'US' }).outcome).toBe('priced');
});

describe('where the business is not known', () => {
  const reason = `${rule('India', 'INR', '2027-01-01')}; say where the business is with \`basedIn\``;

  test('default: a message to such a country gets a reason and keeps its price', () => {
    const quoted = ask('2027-01-01', { to: '919876543210' });
    expect(quoted.outcome).toBe('priced');
    expect(quoted.reasons).toContain(reason);
    expect(ask('2026-12-31', { to: '919876543210' }).reasons).not.toContain(reason);
  });

  test('behavior: messages to other countries are left alone', () => {
    expect(ask('2027-01-01').reasons.join(' ')).not.toContain('INR');
  });
});

test('behavior: the ledger applies it', () => {
  const at = Date.parse('2027-01-01');
  const ledger = createLedger({ currency: 'USD', basedIn: 'IN' });
  ledger.record({
    kind: 'sent',
    id: 'w',
    phoneNumberId: '1',
    user: '4915112345678',
    category: 'utility',
    at,
  });
  expect(ledger.record({ kind: 'delivered', id: 'w', at })?.quote.outcome).toBe('not_sendable');
});
