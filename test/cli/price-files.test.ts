import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { toCsv } from '../../src/cli/price/csv-columns.ts';
import { textTable } from '../../src/cli/table.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'wabakit-files-'));
const path = (name: string): string => join(folder, name);
const file = (name: string, text: string): string => {
  writeFileSync(path(name), text);
  return path(name);
};
const read = (name: string): string => readFileSync(path(name), 'utf8');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plan = file(
  'plan.csv',
  'country,category,count,inside_window\nBR,marketing,10000,\nBR,service,3000,\nMX,service,500,\nUS,marketing,7,\nBR,utility,1000000,\n',
);

describe('CSV for programs', () => {
  test('default: plain numbers, low and high in columns of their own', async () => {
    await run(['price', 'estimate', plan, '--at', '2026-11-02', '--csv', path('a.csv')]);
    expect(read('a.csv').trimEnd().split('\n')).toEqual([
      'month,market,category,messages,free,not_sendable,unknown,low,high,currency,card,confidence',
      '2026-11,Brazil,marketing,10000,0,0,0,625.0000,625.0000,USD,2026-10-01-USD,high',
      '2026-11,Brazil,service,3000,500,0,0,13.6000,17.0000,USD,2026-10-01-USD,high',
      '2026-11,Mexico,service,500,0,0,0,0.0000,4.2500,USD,2026-10-01-USD,high',
      '2026-11,North America,marketing,7,0,7,0,0.0000,0.0000,USD,2026-10-01-USD,high',
      '2026-11,Brazil,utility,1000000,0,0,0,6575.0000,6575.0000,USD,2026-10-01-USD,medium',
    ]);
  });

  test('behavior: a change below zero is a number, with nothing before its sign', async () => {
    await run(['price', 'compare', plan, '--with', '2026-10-01', '2026-09-30', '--csv', path('c.csv')]);
    const [head, ...lines] = read('c.csv').trimEnd().split('\n');
    expect(head).toBe(
      'market,category,2026-10-01 low,2026-10-01 high,2026-09-30 low,2026-09-30 high,change,currency,confidence',
    );
    expect(lines[0]).toBe('Brazil,service,13.6000,17.0000,0.0000,0.0000,-17.0000,USD,high');
    expect(read('c.csv')).not.toContain("'");
  });

  test('behavior: only cells of text are escaped against formulas', () => {
    const texts = ['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '＝1', 'Brazil', '', "O'Brien"];
    const rows = toCsv(
      texts.map((text) => ({ text })),
      [
        { head: 'text', text: (row: { text: string }) => row.text },
        { head: 'number', number: () => -5 },
        { head: 'none', number: () => undefined },
      ],
    );
    expect(rows.split('\n').slice(1, -1)).toEqual([
      "'=1+1,-5,",
      "'+1,-5,",
      "'-1,-5,",
      "'@sum,-5,",
      "'\tx,-5,",
      '"\'\rx",-5,',
      "'＝1,-5,",
      'Brazil,-5,',
      ',-5,',
      "O'Brien,-5,",
    ]);
  });

  test('error: two options that name one file', async () => {
    const same = path('same.txt');
    const { error, code } = await run(['price', 'estimate', plan, '--csv', same, '--svg', same]);
    expect([error, code]).toEqual([`Two options write to ${same}.`, 2]);
  });
});

describe('tables on a terminal', () => {
  test('behavior: columns that hold nothing are left out, control characters do not reach the terminal', () => {
    const columns = [
      { head: 'market', cell: (row: { market: string }) => row.market },
      { head: 'free', cell: () => '', optional: true },
      { head: 'unknown', cell: () => '' },
    ];
    expect(textTable([{ market: 'a\u001b[31mb' }], columns)).toBe(
      'market        unknown\n────────────  ───────\na\\u001b[31mb',
    );
  });

  test('behavior: a plan without free and unknown messages fits 80 columns', async () => {
    const wide = file('wide.csv', 'market,category,count\nRest of Central & Eastern Europe,utility,1000\n');
    const { out } = await run(['price', 'estimate', wide, '--at', '2026-11-02']);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('the report', () => {
  test('default: time, zone, card, totals, grouped reasons; the title once', async () => {
    await run([
      'price',
      'estimate',
      plan,
      '--at',
      '2026-11-02',
      '--time-zone',
      'America/Sao_Paulo',
      '--html',
      path('r.html'),
    ]);
    const html = read('r.html');
    expect(html.split('What it will cost')).toHaveLength(4); // the page's title, the heading, and the chart's name for screen readers
    expect(html).not.toContain('class="title"');
    expect(html).toContain('<dt>Delivered</dt><dd>2026-11-02 00:00, or at the time of the row</dd>');
    expect(html).toContain('<dt>Time zone</dt><dd>America/Sao_Paulo</dd>');
    expect(html).toContain('<dd>2026-10-01-USD (confidence high; Meta&#39;s October 2026 card');
    expect(html).toMatch(/<tfoot><tr><td>total<\/td>.*1,013,507.*7,217\.0000 to 7,217\.8500/);
    expect(html).toContain(
      '<li>1,000 free service messages are left for all markets together<br><small>Brazil, service · Mexico, service</small></li>',
    );
    expect(html).toContain('<summary>North America</summary>');
    expect(html).toContain(
      '<details><summary>Brazil</summary><ul><li>prefix 55 belongs to the market Brazil</li>',
    );
    expect(html).toMatch(/reaches the volume tier from 250,001 of the month/);
  });

  test('behavior: a comparison has its reasons and totals too', async () => {
    await run(['price', 'compare', plan, '--with', '2026-09-30', '2026-10-01', '--html', path('c.html')]);
    const html = read('c.html');
    expect(html).toContain('<h2>Why</h2>');
    expect(html).toMatch(/<tfoot><tr><td>total<\/td>/);
    expect(html).toContain('<dt>Delivered</dt><dd>2026-09-30 00:00; 2026-10-01 00:00</dd>');
    expect(html).toContain('2026-07-01-USD');
  });
});

describe('mark-up', () => {
  test('args: per cent and per message, in quote, estimate, CSV and budget', async () => {
    const markup = ['--mark-up-percent', '15', '--mark-up-per-message', '0.005'];
    const quoted = await run([
      'price',
      'quote',
      '--country',
      'BR',
      '--category',
      'marketing',
      '--at',
      '2026-11-02',
      ...markup,
    ]);
    expect(quoted.out.split('\n')[0]).toBe('0.0625 USD, 0.0769 with the mark-up (regular, confidence high)');
    const small = file('small.csv', 'country,category,count\nBR,marketing,10000\nUS,marketing,5\n');
    const args = ['price', 'estimate', small, '--at', '2026-11-02', ...markup];
    const { out } = await run([...args, '--csv', path('m.csv')]);
    expect(out).toContain('10,005 messages: 625.0000 USD, 768.7500 with the mark-up, confidence high');
    expect(out).toMatch(/Brazil +marketing +10,000 +625\.0000 +768\.7500 +high/);
    expect(out).toContain("Mark-up: 15 % of Meta's price and 0.0050 USD for each message sent");
    expect(read('m.csv').split('\n').slice(0, 2)).toEqual([
      'month,market,category,messages,free,not_sendable,unknown,low,high,marked_up_low,marked_up_high,currency,card,confidence',
      '2026-11,Brazil,marketing,10000,0,0,0,625.0000,625.0000,768.7500,768.7500,USD,2026-10-01-USD,high',
    ]);
    expect((await run([...args, '--budget', '768.75'])).code).toBe(0);
    expect((await run([...args, '--budget', '768.74'])).code).toBe(1);
  });

  test('behavior: what is not known stays unknown', async () => {
    const nothing = file('nothing.csv', 'market,category,count\nAtlantis,marketing,5\n');
    const { out } = await run([
      'price',
      'estimate',
      nothing,
      '--at',
      '2026-11-02',
      '--mark-up-per-message',
      '1',
    ]);
    expect(out).toMatch(/Atlantis +marketing +5 +5 +unknown +unknown +unknown/);
    expect(out).toContain('5 messages: unknown, unknown with the mark-up, and 5 whose price is not known');
  });

  test.each([
    ['--mark-up-percent', '-5'],
    ['--mark-up-percent', '1.234'],
    ['--mark-up-per-message', '0.00001'],
  ])('error: %s %s', async (option, value) => {
    const { code, error } = await run(['price', 'estimate', plan, `${option}=${value}`]);
    expect(error).toContain(option);
    expect(code).toBe(2);
  });
});

describe('--help', () => {
  test.each(['quote', 'estimate', 'compare', 'check', 'call', 'import', 'cards'])(
    'behavior: %s shows no epoch number and says what the exit codes mean',
    async (command) => {
      const { out, code } = await run(['price', command, '--help']);
      expect(out).not.toMatch(/default: \d{10,}|\b1[6-9]\d{11}\b/);
      if (command !== 'cards') expect(out).toContain('  3  a price is not known');
      expect(code).toBe(0);
    },
  );
});
