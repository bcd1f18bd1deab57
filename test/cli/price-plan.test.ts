import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'wabakit-plan-'));
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

const estimate = (plan: string, ...more: readonly string[]) =>
  run(['price', 'estimate', plan, '--at', '2026-11-02', ...more]);
const summary = (out: string): string => out.split('\n').find((line) => line.includes(' messages: ')) ?? '';

describe('plans as spreadsheets save them', () => {
  const rows = 'country,category,count,inside_window\r\nBR,marketing,10000,\r\nBR,utility,50000,0.4\r\n';
  const semicolons = rows.replaceAll(',', ';').replace('0.4', '0,4');

  test.each<[string, string | Buffer]>([
    ['commas', rows],
    ['semicolons and a decimal comma', semicolons],
    ['a byte-order mark', `\uFEFF${semicolons}`],
    ['UTF-16, as "Unicode text"', Buffer.from(`\uFEFF${rows.replaceAll(',', '\t')}`, 'utf16le')],
    ['tabs', rows.replaceAll(',', '\t')],
    ['the sep= line of Excel', `sep=;\r\n${semicolons}`],
    ['a per cent', semicolons.replace('0,4', '40 %')],
    ['empty lines and columns', `${semicolons.replaceAll('\r\n', ';;\r\n')};;;;;\r\n\r\n`],
    ['heads in other spellings', rows.replace('inside_window', 'Inside Window').replace('count', 'COUNT')],
    ['empty lines above the heads', `\r\n\r\n${semicolons}`],
    ['old line ends', rows.replaceAll('\r\n', '\r')],
  ])('behavior: %s', async (name, content) => {
    const { out, code } = await estimate(file(`${name.replaceAll(/\W/g, '')}.csv`, content));
    expect(summary(out)).toBe('60,000 messages: 965.0000 USD, confidence high');
    expect(code).toBe(0);
  });

  test('behavior: counts with thousands are read only where they can mean nothing else', async () => {
    const ok = await estimate(file('thousands.csv', 'country,category,count\nBR,marketing,"10,000"\n'));
    expect(summary(ok.out)).toContain('10,000 messages: 625.0000 USD');
    for (const [text, delimiter] of [
      ['1.000', ','],
      ['1.000', ';'],
      ['1,000', ';'],
      ['1 000', ','],
      ['1e3', ','],
      ['-5', ','],
      ['0,100', ','],
    ] as const) {
      const plan = `country,category,count\nBR,marketing,"${text}"\n`.replace(/,(?![^"\n]*"$)/gm, delimiter);
      const bad = await estimate(file('bad-count.csv', plan));
      expect(bad.error, text).toContain(`row 2, column count: ${JSON.stringify(text)}`);
      expect(bad.code).toBe(2);
    }
  });

  test('error: every bad row is named with its column, up to fifty, and then counted', async () => {
    const bad = Array.from({ length: 60 }, (_, index) => `BR,utility,x${index}`);
    const { error, code } = await estimate(
      file('sixty.csv', ['country,category,count', 'BR,utility,1', ...bad, 'BR,utility,2'].join('\n')),
    );
    const named = error.split('\n').filter((line) => line.startsWith('  row '));
    expect(named).toHaveLength(50);
    expect(named[0]).toBe(
      '  row 3, column count: "x0" is not a number of messages: write the count in digits only',
    );
    expect(named.at(-1)).toContain('row 52, column count: "x49"');
    expect(error).toContain('  And 10 more rows that cannot be read.');
    expect(code).toBe(2);
  });

  test('error: a row with several faults names each of its columns, and rows count as in a spreadsheet', async () => {
    const { error } = await estimate(
      file(
        'several.csv',
        'country;category;count;inside window;at\n\nBR;promo;;2;1.10.2026\nBR;utility;5;;01/10/2026\n;utility;5;;\nBR;utility;5;;2026-02-30\n+55;utility;5',
      ),
    );
    expect(error.split('\n').slice(1, 9)).toEqual([
      expect.stringContaining('row 3, column category: "promo" is none of marketing,'),
      '  row 3, column count: is empty',
      '  row 3, column inside_window: "2" is not a share from 0 to 1, such as 0.4 or 40%',
      '  row 3, column at: "1.10.2026" is not a date that can be read: day and month may be meant either way: format the column as 2026-10-01',
      '  row 4, column at: "01/10/2026" is not a date that can be read: day and month may be meant either way: format the column as 2026-10-01',
      expect.stringContaining('row 5, column to: give the recipient as'),
      '  row 6, column at: "2026-02-30" is not a date that can be read: write 2026-10-01 or 2026-10-01T09:00',
      '  row 7: has 3 cells; the first row has 5',
    ]);
  });

  test('error: items of a JSON list are named too', async () => {
    const plan = file(
      'items.json',
      JSON.stringify([{ country: 'BR', category: 'utility', count: 1.5 }, { count: 1 }]),
    );
    const { error } = await estimate(plan);
    expect(error).toContain('item 0, column count: "1.5" may mean a fraction or thousands');
    expect(error).toContain('item 1: has no column category');
  });

  test('args: --max-rows and --max-bytes', async () => {
    const plan = file('three.csv', 'country,category,count\nBR,utility,1\nBR,utility,2\nBR,utility,3\n');
    expect((await estimate(plan, '--max-rows', '3')).code).toBe(0);
    const rowsOver = await estimate(plan, '--max-rows', '2');
    expect([rowsOver.error.split('\n')[0], rowsOver.code]).toEqual(['The plan has more than 2 rows.', 2]);
    expect(rowsOver.error).toContain('Raise --max-rows, or split the plan.');
    const { length } = readFileSync(plan);
    expect((await estimate(plan, '--max-bytes', String(length))).code).toBe(0);
    const bytesOver = await estimate(plan, '--max-bytes', String(length - 1));
    expect(bytesOver.error.split('\n')[0]).toBe(`The plan has more than ${length - 1} bytes.`);
    const list = file(
      'three.json',
      JSON.stringify([1, 2].map((count) => ({ country: 'BR', category: 'utility', count }))),
    );
    expect((await estimate(list, '--max-rows', '1')).error).toContain('more than 1 rows');
    expect((await estimate(list, '--max-bytes', '10')).error).toContain('at most 10 are read');
  });

  test('error: a record that never ends is refused by its size, and a folder is no plan', async () => {
    const endless = await estimate(file('endless.csv', `country,category,count\n"${'x'.repeat(20_000)}`));
    expect(endless.error).toContain('row 2');
    expect(endless.code).toBe(2);
    expect((await estimate(folder)).error).toBe(`${folder} is not a file.`);
  });
});

describe('dates of the account', () => {
  const month = file(
    'month.csv',
    'country,category,count,at\nMX,marketing,1000,2026-10-01\nMX,marketing,1000,2026-09-30T23:00\n',
  );

  test.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])(
    'behavior: a row without an offset is a day of the account, on a computer in %s',
    async (zone) => {
      vi.stubEnv('TZ', zone);
      const { out } = await estimate(month, '--time-zone', 'America/Sao_Paulo');
      expect(out).toMatch(/2026-10 +Mexico +marketing +1,000 +39\.7000/);
      expect(out).toMatch(/2026-09 +Mexico +marketing +1,000 +30\.5000/);
      expect(out).toContain('Time zone: America/Sao_Paulo');
    },
  );

  test('behavior: --at and --with are days of the account as well', async () => {
    const plan = file('october.csv', 'country,category,count,inside_window\nDE,utility,1000,100%\n');
    const zone = ['--time-zone', 'America/Sao_Paulo'];
    const { out, code } = await run([
      'price',
      'compare',
      plan,
      '--with',
      '2026-09-30',
      '2026-10-01',
      ...zone,
    ]);
    expect(out).toMatch(/Germany +utility +0\.0000 +55\.0000 +\+55\.0000/);
    expect(out).toContain('Delivered: 2026-09-30 00:00; 2026-10-01 00:00');
    expect(code).toBe(0);
    const quoted = await run([
      'price',
      'quote',
      '--country',
      'MX',
      '--category',
      'marketing',
      '--at',
      '2026-10-01',
      ...zone,
    ]);
    expect(quoted.out).toContain('0.0397 USD');
    expect(quoted.out).toContain('delivered 2026-10-01 00:00, time zone America/Sao_Paulo');
  });

  test('behavior: UTC is named where no zone is given', async () => {
    const { out } = await estimate(month);
    expect(out).toContain('Time zone: UTC, which is the default');
    expect(out).toContain('Delivered: 2026-11-02 00:00, or at the time of the row');
  });

  test.each([
    ['price', 'quote', '--country', 'BR', '--category', 'utility', '--at', '1.10.2026'],
    ['price', 'estimate', month, '--at', '01/10/2026'],
    ['price', 'compare', month, '--with', '2026-09-30', '1.10.2026'],
    ['price', 'call', '--to', '+420601234567', '--seconds', '5', '--at', '10-01-2026'],
  ])('error: an ambiguous date is refused: %s %s', async (...args) => {
    const { error, code } = await run(args);
    expect(error).toContain('is not a date such as 2026-10-01');
    expect(code).toBe(2);
  });

  test('error: a zone that does not exist', async () => {
    const { error, code } = await estimate(month, '--time-zone', 'Brazil');
    expect(error).toContain('Give an IANA time zone such as America/Sao_Paulo.');
    expect(code).toBe(2);
  });
});

describe('what is not known', () => {
  const unknown = file('unknown.csv', 'market,category,count\nAtlantis,marketing,5\nBrazil,marketing,1000\n');
  const nothing = file('nothing.csv', 'market,category,count\nAtlantis,marketing,5\n');
  const ukraine = 'market,category,count\nUkraine,utility,5\n';

  test('behavior: it is a word, never 0.0000 nor a confidence, and has an exit code of its own', async () => {
    const { out, error, code } = await estimate(unknown);
    expect(out).toMatch(/Atlantis +marketing +5 +5 +unknown +unknown/);
    expect(summary(out)).toBe('1,005 messages: at least 62.5000 USD, and 5 whose price is not known');
    expect(error).toContain(
      'Not known: Atlantis, marketing: the card 2026-10-01-USD holds no market "Atlantis"',
    );
    expect(code).toBe(3);
    const none = await estimate(nothing);
    expect(summary(none.out)).toBe('5 messages: unknown, and 5 whose price is not known');
    expect(`${none.out}${none.error}`).not.toContain('0.0000');
    expect(JSON.parse((await estimate(nothing, '--json')).out)).toMatchObject({
      complete: false,
      lines: [{ unknown: 5 }],
    });
  });

  test('behavior: the same in a comparison, its files and its chart', async () => {
    const [csv, html, svg] = ['u.csv', 'u.html', 'u.svg'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const { out, code } = await run([
      'price',
      'compare',
      nothing,
      '--with',
      '2026-09-30',
      '2026-10-01',
      '--csv',
      csv,
      '--html',
      html,
      '--svg',
      svg,
    ]);
    expect(out).toMatch(/Atlantis +marketing +unknown +unknown +unknown +unknown/);
    expect(out).toContain('2026-09-30: unknown · 2026-10-01: unknown · change unknown USD');
    expect(code).toBe(3);
    expect(readFileSync(csv, 'utf8').split('\n')[1]).toBe('Atlantis,marketing,,,,,,USD,');
    for (const path of [html, svg]) {
      expect(readFileSync(path, 'utf8')).toContain('unknown');
      expect(readFileSync(path, 'utf8')).not.toContain('0.0000');
    }
  });

  test('behavior: a market that is new has no amount before, and is not unknown', async () => {
    const plan = file('ukraine.csv', 'country,category,count\nUA,utility,5\n');
    const { out, code } = await run(['price', 'compare', plan, '--with', '2026-09-30', '2026-10-01']);
    expect(out).toMatch(/Ukraine +utility +0\.1490 +high/);
    expect(code).toBe(0);
    const asMarket = await run([
      'price',
      'compare',
      file('ua.csv', ukraine),
      '--with',
      '2026-09-30',
      '2026-10-01',
    ]);
    expect(asMarket.out).toMatch(/Ukraine +utility +unknown +0\.1490 +unknown +unknown/);
  });

  test('behavior: a budget that holds as far as prices are known ends with 3, one that does not with 1', async () => {
    const held = await estimate(unknown, '--budget', '100');
    expect([held.code, held.error]).toEqual([3, expect.stringContaining('but some are not')]);
    expect((await estimate(unknown, '--budget', '10')).code).toBe(1);
  });

  test('behavior: a card file without tiers gives a range, a quote past them is unknown', async () => {
    const card = file(
      'pk.csv',
      '"Effective October 1, 2026"\nMarket,Currency,Marketing,Utility,Authentication\nPakistan,USD,0.0473,0.0150,0.0150\n',
    );
    const { out } = await estimate(
      file('pk-plan.csv', 'country,category,count\nPK,utility,200001\n'),
      '--card',
      card,
    );
    expect(out).toMatch(/Pakistan +utility +200,001 +2,460\.0105 to 3,000\.0150 +low/);
    const ask = ['price', 'quote', '--country', 'PK', '--category', 'utility', '--card', card];
    const quoted = await run([...ask, '--volume-this-month', '200000']);
    expect([quoted.out.split('\n')[0], quoted.code]).toEqual(['unknown', 3]);
    expect(quoted.out).toContain("give Meta's rate card as --card, and its volume tiers as --tiers");
    expect((await run(ask)).out.split('\n')[0]).toBe('0.0150 USD (regular, confidence high)');
  });
});
