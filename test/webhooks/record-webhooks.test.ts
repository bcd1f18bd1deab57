import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recordWebhooks } from '../../src/webhooks/recorder/record-webhooks.ts';
import { formatRecordedWebhook, parseRecordedWebhook } from '../../src/webhooks/recorder/recorded-webhook.ts';
import { signPayload, verifySignature } from '../../src/webhooks/receiver/signature.ts';

let home = '';
let folder = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'wabakit-record-'));
  folder = join(home, 'recordings');
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
  vi.restoreAllMocks();
});

const appSecret = 'the-app-secret';
const receivedAt = Date.parse('2026-11-22T15:30:00.123Z');
const files = () => readdirSync(folder).toSorted();
const getBody = (field: string) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ changes: [{ field, value: { from: '1', n: 2 } }] }],
  });

async function delivery(body: string | Uint8Array) {
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'facebookexternalua',
    'x-hub-signature-256': await signPayload(appSecret, body),
    authorization: 'Bearer canary',
    cookie: 'session=canary',
  };
  return { receivedAt, headers, body: typeof body === 'string' ? new TextEncoder().encode(body) : body };
}

test('default: a delivery is kept byte for byte with its signature', { tags: ['posix'] }, async () => {
  const body = new TextEncoder().encode('\ufeff{"a":"\\u00e9\\/ é"}\r\n\r\n');
  await recordWebhooks(folder).record(await delivery(body));
  const file = join(folder, files()[0] ?? '');
  const recording = parseRecordedWebhook(readFileSync(file));
  expect([...recording.body]).toEqual([...body]);
  expect(recording.receivedAt).toBe(receivedAt);
  const signature = recording.headers['x-hub-signature-256'];
  expect(await verifySignature({ appSecret, body: recording.body, signature })).toBe(true);
  expect(readFileSync(file, 'utf8')).not.toContain('canary');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('behavior: files are named by time and field', async () => {
  await recordWebhooks(folder).record(await delivery(getBody('messages')));
  expect(files()[0]).toMatch(/^2026-11-22T15-30-00\.123Z-messages-[0-9a-f]{8}\.http$/);
});

test('behavior: 200 hostile fields make 200 plain names, none outside the folder', async () => {
  const evil = [
    '../../etc/cron',
    '/etc/passwd',
    '..\\..\\boot',
    'CON',
    'a\u0000b',
    'x'.repeat(79),
    '\u202egnp',
    '%2e%2e/',
  ];
  const recorder = recordWebhooks(folder);
  for (let turn = 0; turn < 200; turn += 1)
    await recorder.record(await delivery(getBody(`${evil[turn % evil.length]}${turn}`)));
  expect(files().length).toBe(200);
  expect(files().filter((name) => !/^[0-9TZ.-]+-\w{1,40}-[0-9a-f]{8}\.http$/.test(name))).toEqual([]);
  expect(readdirSync(dirname(folder))).toEqual(['recordings']);
});

test('args: redact replaces texts and numbers under its keys and drops the signature', async () => {
  await recordWebhooks(folder, { redact: ['from', 'n'] }).record(await delivery(getBody('messages')));
  const { body, headers } = parseRecordedWebhook(readFileSync(join(folder, files()[0] ?? '')));
  expect(JSON.parse(new TextDecoder().decode(body))).toEqual({
    object: 'whatsapp_business_account',
    entry: [{ changes: [{ field: 'messages', value: { from: 'redacted', n: 'redacted' } }] }],
  });
  expect(Object.keys(headers)).toEqual(['content-type', 'user-agent']);
});

test('error: a folder that cannot be written rejects', { tags: ['posix'] }, async () => {
  await expect(recordWebhooks('/dev/null/x').record(await delivery('{}'))).rejects.toThrow(/ENOTDIR/);
});

test('error: a runtime without a file system is told at once', () => {
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  expect(() => recordWebhooks(folder)).toThrow(/needs a file system/);
});

test('behavior: a recording reads back as it was written; a bare body counts as one without headers', () => {
  const body = Buffer.from([13, 10, 13, 10, 0, 255]);
  const recording = { receivedAt, headers: { 'user-agent': 'a: b' }, body };
  const back = parseRecordedWebhook(formatRecordedWebhook(recording));
  expect({ ...back, body: Buffer.from(back.body) }).toEqual(recording);
  const bare = Buffer.from('{"entry":[]}');
  expect(parseRecordedWebhook(bare)).toEqual({ receivedAt: 0, headers: {}, body: bare });
});
