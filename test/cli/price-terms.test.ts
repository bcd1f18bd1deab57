import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'wabakit-terms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const plan = file('plan.csv', 'country,category,count\nIN,marketing_lite,10000\nDE,marketing,100\n');
const german = file('german.csv', 'country,category,count\nDE,marketing,100\n');

const rule =
  'a business in India must be billed in INR since 2027-01-01: from an account in USD Meta delivers nothing';
const quoteAt = (date: string, ...more: readonly string[]) =>
  run(['price', 'quote', '--to', '+919876543210', '--at', date, ...more]);
const estimateAt = (date: string, path: string, ...more: readonly string[]) =>
  run(['price', 'estimate', path, '--at', date, ...more]);
const row = (out: string, category: string): string[] =>
  (out.split('\n').find((line) => line.includes(` ${category} `)) ?? '').trim().split(/ {2,}/);

describe('--based-in', () => {
  test('default: a quote that the country refuses ends with 1 and says why', async () => {
    const { out, code } = await quoteAt('2027-01-01', '--category', 'marketing', '--based-in', 'in');
    expect([out.split('\n')[0], code]).toEqual(['cannot be sent', 1]);
    expect(out).toContain(`  ${rule}\n`);
    const before = await quoteAt('2026-12-31', '--category', 'marketing', '--based-in', 'in');
    expect([before.out.split('\n')[0], before.code]).toEqual(['0.0118 USD (regular, confidence high)', 0]);
  });

  test('default: an estimate of which nothing can be sent ends with 1 and names each line', async () => {
    const { out, error, code } = await estimateAt('2027-01-01', plan, '--based-in', 'IN');
    expect(row(out, 'marketing_lite')).toEqual([
      'India',
      'marketing_lite',
      '10,000',
      '10,000',
      '0.0000',
      'high',
    ]);
    expect(error.split('\n')).toEqual([
      `Cannot be sent: India, marketing lite: ${rule}`,
      `Cannot be sent: Germany, marketing: ${rule}`,
    ]);
    expect(code).toBe(1);
  });

  test('behavior: where it is not given, the option that decides is named', async () => {
    const { error, code } = await estimateAt('2027-01-01', plan);
    expect(error).toBe(`Not decided: ${rule}; say where the business is with --based-in`);
    expect(code).toBe(0);
    const { out } = await quoteAt('2027-01-01', '--category', 'marketing');
    expect(out).toContain(`  ${rule}; say where the business is with --based-in\n`);
  });

  test('behavior: compare says it for the days that it holds for', async () => {
    const { out, error } = await run([
      ...['price', 'compare', plan, '--with', '2026-12-31', '2027-01-01', '--based-in', 'IN'],
    ]);
    expect(row(out, 'marketing')).toEqual(['Germany', 'marketing', '13.6500', '0.0000', '-13.6500', 'high']);
    expect(error.split('\n')[1]).toBe(`2027-01-01: Cannot be sent: Germany, marketing: ${rule}`);
  });

  test('behavior: the report holds the reason', async () => {
    const html = join(folder, 'report.html');
    await estimateAt('2027-01-01', plan, '--html', html);
    expect(readFileSync(html, 'utf8')).toContain('say where the business is with --based-in');
  });

  test('error: a name of a country is refused', async () => {
    const { error, code } = await estimateAt('2027-01-01', plan, '--based-in', 'Brazil');
    expect(error).toContain('Give an ISO 3166-1 code such as BR.');
    expect(code).toBe(2);
  });
});

describe('--max-price', () => {
  const lite = ['--category', 'marketing_lite', '--currency', 'INR'];

  test('default: a quote says the most', async () => {
    const { out, code } = await quoteAt('2026-12-01', ...lite, '--max-price', '87000');
    expect(out.split('\n')).toContain(
      '  max price: an auction sets the price, at most 0.8700 INR a message by its bid',
    );
    expect([out.split('\n')[0], code]).toEqual(['at most 0.8700 INR (confidence high)', 0]);
  });

  test('args: with the multiplier of the send, and an agency adds its mark-up', async () => {
    const more = ['--max-price', '87000', '--max-price-multiplier', '1.5', '--mark-up-percent', '10'];
    const { out } = await quoteAt('2026-12-01', ...lite, ...more);
    expect(out.split('\n')[0]).toBe('at most 1.3050 INR, 1.4355 with the mark-up (confidence high)');
  });

  test('args: a bid that is not known is no price', async () => {
    const { out, code } = await quoteAt('2026-12-01', ...lite, '--max-price', 'unknown');
    expect(out.split('\n')[0]).toBe('unknown');
    expect(out).toContain('  an auction sets the price of a max-price template: give its bid\n');
    expect(out).not.toContain('--card');
    expect(code).toBe(3);
  });

  test('default: an estimate shows a range, in the table and for programs', async () => {
    const csv = join(folder, 'lines.csv');
    const more = ['--currency', 'INR', '--max-price', '87000', '--csv', csv];
    const { out, code } = await estimateAt('2026-12-01', plan, ...more);
    expect(row(out, 'marketing_lite').slice(3)).toEqual(['0.0000 to 8,700.0000', 'high']);
    expect(out).toContain('10,100 messages: 1,000.7300 to 9,700.7300 INR, confidence high');
    expect(readFileSync(csv, 'utf8').split('\n')[1]).toBe(
      '2026-12,India,marketing_lite,10000,0,0,0,0.0000,8700.0000,INR,2026-10-01-INR,high',
    );
    expect(code).toBe(0);
  });

  test('behavior: compare shows the most', async () => {
    const { out } = await run([
      ...['price', 'compare', plan, '--with', '2026-10-05', '2026-12-01'],
      ...['--currency', 'INR', '--max-price', '87000'],
    ]);
    expect(row(out, 'marketing_lite').slice(2)).toEqual([
      'up to 8,700.0000',
      'up to 8,700.0000',
      '0.0000',
      'high',
    ]);
  });

  test('behavior: a bid that no row can use is said', async () => {
    const { error } = await estimateAt('2026-12-01', german, '--max-price', '87000');
    expect(error).toBe('--max-price was not used: no row has the category marketing_lite.');
  });

  test.each([
    [['--max-price', '0.87'], 'Give a whole number such as 87000, or the word unknown.'],
    [['--max-price', '0'], 'Give a whole number such as 87000, or the word unknown.'],
    [['--max-price', '1', '--max-price-multiplier', '0'], 'Give a number above 0 such as 1.5.'],
    [['--max-price-multiplier', '2'], '--max-price-multiplier belongs to a bid: give it as --max-price.'],
  ])('error: %j', async (more, message) => {
    const { error, code } = await estimateAt('2026-12-01', plan, ...more);
    expect(error).toContain(message);
    expect(code).toBe(2);
  });

  test('error: only the Marketing Messages API has bids', async () => {
    const { error, code } = await quoteAt('2026-12-01', '--category', 'marketing', '--max-price', '87000');
    expect(error).toContain('needs the category marketing_lite');
    expect(code).toBe(2);
  });
});
