import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readReference } from '../helpers/reference.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'wabakit-price-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plan = file(
  'plan.csv',
  'Country,Category,Count,Inside Window\r\nBR,marketing,"10,000",\r\nBR,utility,50000,40%\r\nBR,service,4000,\r\nUA,utility,1000,\r\n',
);

describe('price quote', () => {
  test('default: one message, and why', async () => {
    const { out, code } = await run([
      'price',
      'quote',
      '--to',
      '+5511987654321',
      '--category',
      'utility',
      '--at',
      '2026-11-02',
    ]);
    expect(out.split('\n')[0]).toBe('0.0068 USD (regular, confidence high)');
    expect(out).toContain('prefix 55 belongs to the market Brazil');
    expect(code).toBe(0);
  });

  test('args: the counts of the month reach the calculator', async () => {
    const ask = async (...more: readonly string[]) =>
      (await run(['price', 'quote', '--at', '2026-11-02', ...more])).out.split('\n')[0];
    const india = ['--country', 'IN', '--category', 'utility'];
    expect(await ask(...india)).toBe('0.0014 USD (regular, confidence high)');
    expect(await ask(...india, '--volume-this-month', '60000000')).toBe(
      '0.0012 USD (regular, confidence medium)',
    );
    const service = ['--to', '+5511987654321', '--category', 'service', '--window', 'customer_service'];
    expect(await ask(...service, '--free-service-messages-used', '999')).toContain('0.0000 USD');
    expect(await ask(...service, '--free-service-messages-used', '1000')).toBe(
      '0.0068 USD (regular, confidence high)',
    );
  });

  test('args: --json prints the quote as the calculator gives it', async () => {
    const { out } = await run([
      'price',
      'quote',
      '--country',
      'IN',
      '--category',
      'marketing',
      '--at',
      '2026-11-02',
      '--currency',
      'inr',
      '--json',
    ]);
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'priced',
      market: 'India',
      amount: { currency: 'INR' },
      card: '2026-10-01-INR',
    });
  });

  test('behavior: an unknown price is an answer, with an exit code of its own', async () => {
    const { out, code } = await run([
      'price',
      'quote',
      '--country',
      'FR',
      '--category',
      'marketing',
      '--at',
      '2026-11-02',
      '--currency',
      'GBP',
    ]);
    expect(out.split('\n')[0]).toBe('unknown');
    expect(out).toContain('no GBP rate card');
    expect(code).toBe(3);
  });

  test('error: a wrong flag names what it takes', async () => {
    const { error, code } = await run(['price', 'quote', '--to', '+5511987654321', '--category', 'promo']);
    expect(error).toContain('Allowed choices are marketing, utility');
    expect(code).toBe(2);
  });

  test('error: a card of another currency is refused, not converted', async () => {
    const { error, code } = await run([
      'price',
      'quote',
      '--country',
      'IN',
      '--category',
      'utility',
      '--card',
      '2026-10-01-INR',
    ]);
    expect(error).toContain('The card 2026-10-01-INR is in INR, the account in USD.');
    expect(code).toBe(2);
  });
});

describe('price estimate', () => {
  test('args: --free-service-messages-used and --phone-numbers say how many service messages are free', async () => {
    const services = file('services.csv', 'country,category,count,inside window\nBR,service,1500,100%\n');
    const total = async (...more: readonly string[]): Promise<unknown> => {
      const { out } = await run(['price', 'estimate', services, '--at', '2026-11-02', '--json', ...more]);
      return (JSON.parse(out) as { readonly high: unknown }).high;
    };
    expect(await total()).toMatchObject({ scaledAmount: 500 * 68 });
    expect(await total('--free-service-messages-used', '400')).toMatchObject({ scaledAmount: 900 * 68 });
    expect(await total('--phone-numbers', '2')).toMatchObject({ scaledAmount: 0 });
  });

  test('default: a line per market and category, and the sum', async () => {
    const { out, code } = await run(['price', 'estimate', plan, '--at', '2026-11-02']);
    expect(out).toMatch(/Brazil +service +4,000 +1,000 +20\.4000 +high/);
    expect(out.split('\n').slice(-5)).toEqual([
      '65,000 messages: 1,015.2000 USD, confidence high',
      'Delivered: 2026-11-02 00:00, or at the time of the row',
      'Time zone: UTC, which is the default',
      'Rate card: 2026-10-01-USD (confidence high)',
      "Amounts: Meta's list rates and volume tiers, before taxes and rounding",
    ]);
    expect(code).toBe(0);
  });

  test('args: --csv, --svg and --html write whole files', async () => {
    const [csv, svg, html] = ['a.csv', 'a.svg', 'a.html'].map((name) => join(folder, name));
    if (!csv || !svg || !html) throw new Error('no names');
    await run(['price', 'estimate', plan, '--at', '2026-11-02', '--csv', csv, '--svg', svg, '--html', html]);
    expect(readFileSync(csv, 'utf8').split('\n')[1]).toBe(
      '2026-11,Brazil,marketing,10000,0,0,0,625.0000,625.0000,USD,2026-10-01-USD,high',
    );
    expect(readFileSync(svg, 'utf8')).toContain('<title>marketing: 625.0000 USD</title>');
    expect(readFileSync(html, 'utf8')).toContain('<td class="right">625.0000</td>');
    expect(readFileSync(html, 'utf8')).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });

  test('behavior: a plan over the budget ends with 1', async () => {
    const over = await run(['price', 'estimate', plan, '--at', '2026-11-02', '--budget', '1000']);
    expect([over.code, over.error]).toEqual([1, 'Over the budget of 1,000.0000 USD.']);
    expect((await run(['price', 'estimate', plan, '--at', '2026-11-02', '--budget', '1016'])).code).toBe(0);
  });

  test('behavior: the same plan as JSON costs the same', async () => {
    const json = file('plan.json', JSON.stringify([{ country: 'BR', category: 'marketing', count: 10_000 }]));
    const { out } = await run(['price', 'estimate', json, '--at', '2026-11-02', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      high: { currency: 'USD', scaledAmount: 6_250_000, scale: 4 },
      complete: true,
    });
  });

  test.each([
    ['country,category,count\nBR,promo,5', 'row 2, column category: "promo" is none of marketing,'],
    ['country,category,count\nBR,utility,5\nBR,utility,many', 'row 3, column count: "many" is not a number'],
    ['country,category,count\nBR,utility,-5', 'row 2, column count: "-5" is not a number of messages'],
    ['country,category,count\nBR,utility', 'row 2: has 2 cells; the first row has 3'],
    ['country,kind,count\nBR,utility,5', 'row 1: has columns that are not known: kind'],
    ['country,category\nBR,utility', 'row 1: has no column count'],
    ['', 'the file: is empty'],
  ])('error: a bad plan is named by row, column and reason: %j', async (text, message) => {
    const html = join(folder, 'never.html');
    const { error, code } = await run(['price', 'estimate', file('bad.csv', text), '--html', html]);
    expect(error).toContain(message);
    expect(code).toBe(2);
    expect(existsSync(html)).toBe(false);
  });

  test('error: a file that does not exist', async () => {
    const { error, code } = await run(['price', 'estimate', join(folder, 'none.csv')]);
    expect(error).toContain('does not exist.');
    expect(code).toBe(2);
  });

  test('error: nothing is left behind when one of the files cannot be written', async () => {
    const good = join(folder, 'good.svg');
    const { error, code } = await run([
      'price',
      'estimate',
      plan,
      '--svg',
      good,
      '--html',
      join(folder, 'no/such/folder.html'),
    ]);
    expect(error).toContain('The files cannot be written.');
    expect([code, existsSync(good), existsSync(`${good}.part`)]).toEqual([2, false, false]);
  });

  test('behavior: a cell that a spreadsheet would run is escaped', async () => {
    const rows = file('formula.csv', 'market,category,count\n"=cmd()",marketing,5\n');
    const csv = join(folder, 'formula-out.csv');
    const { out } = await run(['price', 'estimate', rows, '--at', '2026-11-02', '--csv', csv]);
    expect(out).toContain('5 whose price is not known');
    expect(readFileSync(csv, 'utf8')).toContain(",'=cmd(),");
  });
});

describe('price compare', () => {
  test('default: what October 2026 changed', async () => {
    const html = join(folder, 'compare.html');
    const { out } = await run([
      'price',
      'compare',
      plan,
      '--with',
      '2026-09-30',
      '2026-10-01',
      '--html',
      html,
    ]);
    expect(out).toMatch(/Brazil +utility +204\.0000 +340\.0000 +\+136\.0000/);
    expect(out).toMatch(/2026-09-30: 850\.2000 · 2026-10-01: 1,015\.2000 · change \+165\.0000 USD/);
    expect(readFileSync(html, 'utf8')).toContain('2026-09-30');
  });

  test('args: cards by name', async () => {
    const { out } = await run([
      'price',
      'compare',
      plan,
      '--with',
      '2026-07-01-USD',
      '2026-10-01-USD',
      '--json',
    ]);
    const result = JSON.parse(out) as { scenarios: { label: string }[] };
    expect(result.scenarios.map(({ label }) => label)).toEqual(['2026-07-01-USD', '2026-10-01-USD']);
  });

  test('error: a card that does not exist', async () => {
    const { error, code } = await run(['price', 'compare', plan, '--with', '2026-09-30', '2029-USD']);
    expect(error).toContain('No rate card is named 2029-USD.');
    expect(code).toBe(2);
  });
});

describe('price cards and import', () => {
  test('default: the built-in cards', async () => {
    const { out } = await run(['price', 'cards']);
    expect(out).toMatch(/2026-10-01-USD +2026-10-01 +(2\d{3}-\d\d-\d\d +)?47 +yes +high +message_2026/);
  });

  const header =
    'WhatsApp Business Platform rates,,,,,,\r\n"Effective January 1, 2027",,,,,,\r\nMarket,Currency,Marketing,Utility,Authentication,"Authentication-\nInternational",Service\r\n';

  test('behavior: a card from a file is checked, compared and priced with', async () => {
    const rows = [
      'Brazil,$US,0.0700,0.0068,0.0068,n/a,0.0068',
      'India,$US,0.0118,0.0014,0.0014,0.0304,0.0014',
    ];
    const path = file('next.csv', `${header}${rows.join('\r\n')}\r\n`);
    const { out, error } = await run(['price', 'import', path]);
    expect(error).toBe('');
    expect(out).toContain('2027-01-01-USD: 2 markets, in force from 2027-01-01, every rate is there.');
    expect(out).toContain('Without volume tiers: give --tiers.');
    expect(out).toContain('1 list rates and 0 tier tables differ.');
    expect(out).toMatch(/Brazil +marketing +0\.0625 +0\.0700/);
    const quoted = await run([
      'price',
      'quote',
      '--country',
      'BR',
      '--category',
      'marketing',
      '--card',
      path,
    ]);
    expect(quoted.out.split('\n')[0]).toContain('0.0700 USD');
  });

  test('error: a bad cell is named by line and column', async () => {
    const { error, code } = await run([
      'price',
      'import',
      file('bad-card.csv', `${header}Brazil,$US,0.07x,0.0068,0.0068,n/a,0.0068\r\n`),
    ]);
    expect(error).toMatch(/line \d.*Marketing.*0\.07x/s);
    expect(code).toBe(2);
  });

  test(
    'behavior: a card as the reference tables hold it differs in nothing from the built-in one',
    { tags: ['reference'] },
    async () => {
      const rows = readReference('pricing/rate-cards/2026-10-01-USD.csv').trim().split('\n').slice(1);
      const cells = rows
        .map((row) => row.split(','))
        .map(([market, ...rates]) => [market, '$US', ...rates.map((rate) => rate || 'n/a')].join(','));
      const path = file(
        'same.csv',
        `${header.replace('January 1, 2027', 'October 1, 2026')}${cells.join('\r\n')}\r\n`,
      );
      const { out } = await run(['price', 'import', path, '--against', '2026-10-01-USD', '--json']);
      expect((JSON.parse(out) as { diff: { rates: unknown[] } }).diff.rates).toEqual([]);
    },
  );
});
