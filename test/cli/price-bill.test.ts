import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createLedger, type LedgerOptions, type LedgerSentEvent } from 'wabakit/pricing';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'wabakit-bill-'));
const path = (name: string): string => join(folder, name);
const file = (name: string, value: unknown): string => {
  writeFileSync(path(name), typeof value === 'string' ? value : JSON.stringify(value));
  return path(name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = Date.UTC(2026, 10, 2);
const seconds = String(at / 1000);

function saveLedger(name: string, options: Partial<LedgerOptions<'USD'>> = {}): string {
  const ledger = createLedger({ currency: 'USD', keepEntries: true, ...options });
  for (const [id, user, category] of [
    ['wamid.1', '5511987654321', 'marketing'],
    ['wamid.2', '5511987654321', 'utility'],
    ['wamid.3', '5511987654321', 'utility'],
    ['wamid.4', '4915112345678', 'general_purpose_ai'],
  ] as const satisfies readonly (readonly [string, string, LedgerSentEvent['category']])[]) {
    ledger.record({ kind: 'sent', id, phoneNumberId: '106', user, category, at });
    ledger.record({ kind: 'delivered', id, at });
  }
  ledger.record({
    kind: 'sent',
    id: 'wamid.5',
    phoneNumberId: '106',
    user: '5511987654321',
    category: 'marketing',
    at,
  });
  return file(name, ledger.snapshot());
}
const ledger = saveLedger('ledger.json');

const body = (id: string, category: string, type = 'regular') => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550001111', phone_number_id: '106' },
            statuses: [
              {
                id,
                status: 'delivered',
                timestamp: seconds,
                recipient_id: '5511987654321',
                pricing: { billable: true, pricing_model: 'PMP', category, type },
              },
            ],
          },
        },
      ],
    },
  ],
});

describe('price check with statuses', () => {
  test('default: what agrees, what differs and why', async () => {
    const bodies = [body('wamid.1', 'marketing'), body('wamid.2', 'marketing'), body('wamid.9', 'utility')];
    const statuses = file('statuses.json', bodies);
    const { out, code } = await run([
      'price',
      'check',
      ledger,
      '--statuses',
      statuses,
      '--csv',
      path('d.csv'),
    ]);
    expect(out).toMatch(/wamid\.2 +category_changed +utility regular 0\.0068 +marketing regular/);
    expect(out).toMatch(/wamid\.9 +not_in_ledger +not in it +utility regular/);
    expect(out.split('\n').at(-1)).toBe('1 agree, 2 differ, 2 were never reported, 1 were never delivered');
    expect(code).toBe(1);
    expect(readFileSync(path('d.csv'), 'utf8').split('\n')).toEqual([
      'message,month,cause,ledger_category,ledger_type,ledger_amount,meta_category,meta_type,reason',
      'wamid.2,2026-11,category_changed,utility,regular,0.0068,marketing,regular,"Meta billed marketing, the ledger utility: Meta changed the template\'s category"',
      'wamid.9,,not_in_ledger,,,,utility,regular,Meta reports a price for a message that the ledger does not hold',
      '',
    ]);
  });

  test('behavior: one body, one a line, and several files', async () => {
    const one = file('one.json', JSON.stringify(body('wamid.1', 'marketing'), null, 2));
    const lines = file(
      'lines.jsonl',
      `${JSON.stringify(body('wamid.2', 'utility'))}\n${JSON.stringify(body('wamid.3', 'utility'))}\n`,
    );
    const { out, code } = await run(['price', 'check', ledger, '--statuses', one, lines]);
    expect([out, code]).toEqual(['3 agree, 0 differ, 1 were never reported, 1 were never delivered', 0]);
  });

  test('behavior: a price that the ledger does not know is no difference, and ends with 3', async () => {
    const statuses = file('unknown.json', [body('wamid.4', 'general_purpose_ai')]);
    const { out, code } = await run(['price', 'check', ledger, '--statuses', statuses]);
    expect(out).toMatch(/wamid\.4 +unknown_price +general_purpose_ai unknown/);
    expect(out).not.toContain('0.0000');
    expect(code).toBe(3);
  });

  test('args: --json', async () => {
    const statuses = file('json.json', [body('wamid.1', 'marketing')]);
    const { out } = await run(['price', 'check', ledger, '--statuses', statuses, '--json']);
    expect(JSON.parse(out)).toMatchObject({ agreed: 1, differences: [] });
  });

  test('error: files that are no ledger, no webhooks, or a ledger without entries', async () => {
    const statuses = file('ok.json', [body('wamid.1', 'marketing')]);
    const check = (...args: readonly string[]) => run(['price', 'check', ...args]);
    expect((await check(statuses, '--statuses', statuses)).error).toContain('is not a ledger.');
    expect((await check(ledger)).error).toBe('Give exactly one of --statuses and --analytics.');
    expect((await check(ledger, '--statuses', file('none.json', []))).error).toContain(
      'No status with a price',
    );
    expect((await check(ledger, '--statuses', file('cut.jsonl', '{"a":1}\n{"b'))).error).toContain(
      'body 2, is not the JSON of a webhook.',
    );
    const totals = saveLedger('totals.json', { keepEntries: false });
    const { error, code } = await check(totals, '--statuses', statuses);
    expect(error).toContain('The ledger holds totals only');
    expect(code).toBe(2);
  });
});

describe('price check with pricing analytics', () => {
  const start = at / 1000;
  const point = (pricing_category: string, country: string, volume: number, cost: number | undefined) => ({
    start,
    end: start + 86_400,
    country,
    pricing_category,
    pricing_type: 'REGULAR',
    volume,
    cost,
  });
  const right = [
    point('MARKETING', 'BR', 1, 0.0625),
    point('UTILITY', 'BR', 2, 0.0136),
    point('GENERAL_PURPOSE_AI', 'DE', 1, 0.5),
  ];

  test('default: messages and amounts of each line; a price that is not known is no zero', async () => {
    const { out, code } = await run([
      'price',
      'check',
      ledger,
      '--analytics',
      file('points.json', right),
      '--csv',
      path('l.csv'),
    ]);
    expect(out).toMatch(/Brazil +utility +regular +2 +2 +0\.0136 +0\.0136 +agree/);
    expect(out).toMatch(/Germany +general_purpose_ai +regular +1 +1 +unknown +0\.5000 +unknown_price/);
    expect(out).toContain('2 lines agree, 1 differ. Months of UTC;');
    expect(code).toBe(3);
    expect(readFileSync(path('l.csv'), 'utf8').split('\n')[3]).toBe(
      '2026-11,Germany,general_purpose_ai,regular,1,1,,0.5000,,USD,unknown_price',
    );
  });

  test("behavior: Graph's own answer, a count and a rate that differ", async () => {
    const points = [point('MARKETING', 'BR', 2, 0.125), point('UTILITY', 'BR', 2, 0.05)];
    const graph = { pricing_analytics: { data: [{ data_points: points }] }, id: '102' };
    const { out, code } = await run(['price', 'check', ledger, '--analytics', file('graph.json', graph)]);
    expect(out).toMatch(/Brazil +marketing +regular +1 +2 +0\.0625 +0\.1250 +count/);
    expect(out).toMatch(/Brazil +utility +regular +2 +2 +0\.0136 +0\.0500 +tier_or_rate/);
    expect(code).toBe(1);
    const loose = ['price', 'check', ledger, '--analytics', path('graph.json'), '--tolerance', '500'];
    expect((await run(loose)).out).toMatch(/utility +regular +2 +2 +0\.0136 +0\.0500 +agree/);
  });

  test('behavior: points without a cost leave the amount unknown, they do not bill nothing', async () => {
    const points = [point('MARKETING', 'BR', 1, undefined), point('UTILITY', 'BR', 2, undefined)];
    const { out, code } = await run(['price', 'check', ledger, '--analytics', file('volume.json', points)]);
    expect(out).toMatch(/Brazil +marketing +regular +1 +1 +0\.0625 +unknown +cost_missing/);
    expect(code).toBe(3);
  });

  test('args: --time-zone decides the month', async () => {
    const end = Date.UTC(2026, 11, 1, 1) / 1000;
    const points = [{ ...point('MARKETING', 'BR', 1, 0.0625), start: end, end: end + 1800 }];
    const check = ['price', 'check', ledger, '--analytics', file('late.json', points)];
    expect((await run([...check, '--time-zone', 'America/Sao_Paulo'])).out).toMatch(
      /2026-11 +Brazil +marketing +regular +1 +1 /,
    );
    expect((await run(check)).out).toMatch(/2026-12 +Brazil +marketing +regular +0 +1 /);
  });

  test('error: a file without points', async () => {
    const { error, code } = await run([
      'price',
      'check',
      ledger,
      '--analytics',
      file('empty.json', { data: [] }),
    ]);
    expect(error).toContain('holds no pricing analytics.');
    expect(code).toBe(2);
  });
});

describe('price call', () => {
  const call = (...more: readonly string[]) =>
    run(['price', 'call', '--seconds', '56', '--at', '2026-10-02', ...more]);

  test('default: a call of a market whose rate is built in', async () => {
    const { out, code } = await call('--to', '+420601234567');
    expect(out.split('\n')).toEqual([
      '0.0095 USD (10 pulses, confidence low)',
      '  the number belongs to the market Rest of Central & Eastern Europe',
      '  10 pulses of 6 seconds at 0.0095 USD a minute',
      '  ended 2026-10-02 00:00, time zone UTC',
    ]);
    expect(code).toBe(0);
  });

  test('args: --rate, --direction, --minutes-used, --json', async () => {
    expect((await call('--to', '+5511987654321', '--rate', '0.02')).out).toContain(
      '0.0200 USD (10 pulses, confidence high)',
    );
    expect((await call('--to', '+5511987654321', '--direction', 'user_initiated')).out).toContain(
      'calls that users place are free',
    );
    expect((await call('--to', '+420601234567', '--minutes-used', '50000')).out).toContain('0.0076 USD');
    expect(JSON.parse((await call('--to', '+420601234567', '--json')).out)).toMatchObject({
      outcome: 'priced',
      at: '2026-10-02T00:00:00.000Z',
      timeZone: 'UTC',
    });
  });

  test('behavior: a rate that is not known is a word, and ends with 3', async () => {
    const { out, code } = await call('--to', '+5511987654321');
    expect(out.split('\n')[0]).toBe('unknown');
    expect(out).toContain('give the price of a minute as --rate');
    expect(code).toBe(3);
  });
});
