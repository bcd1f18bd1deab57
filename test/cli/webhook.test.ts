import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatRecordedWebhook, signPayload, verifySignature } from 'wabakit/webhooks';
import { registerWebhook } from '../../src/cli/commands/webhook.ts';

const appSecret = 'the-app-secret';
const body = JSON.stringify({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
            messages: [
              {
                from: '16505551234',
                id: 'wamid.A',
                timestamp: '1763825400',
                type: 'text',
                text: { body: 'Hi é' },
              },
            ],
            statuses: [
              {
                id: 'wamid.B\u001b[2J',
                status: 'read',
                timestamp: '1763825401',
                recipient_id: '16505551234',
              },
            ],
          },
        },
      ],
    },
  ],
});

let folder = '';
let server: Server | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-cli-'));
});
afterEach(() => {
  server?.close();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function run(
  args: readonly string[],
  env: Record<string, string> = { WHATSAPP_APP_SECRET: appSecret },
) {
  const lines: string[] = [];
  let code = 0;
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  registerWebhook(program, {
    out: (text) => void lines.push(text),
    error: () => undefined,
    fail: (failure) => void (code = failure),
    env,
  });
  await program.parseAsync([...args], { from: 'user' });
  return { lines, code };
}

async function record(name: string, secret = appSecret): Promise<string> {
  const file = join(folder, name);
  const bytes = Buffer.from(body);
  const headers = { 'x-hub-signature-256': await signPayload(secret, bytes) };
  writeFileSync(file, formatRecordedWebhook({ receivedAt: 0, headers, body: bytes }));
  return file;
}

const eventLines = [
  '2025-11-22T15:30:00.000Z  message  text  wamid.A  16505551234',
  '2025-11-22T15:30:01.000Z  status  read  wamid.B\\u001b[2J  16505551234',
];

test('default: verify tells signed recordings from others, and fails on one of these', async () => {
  const [good, bad] = [await record('good.http'), await record('bad.http', 'other')];
  expect(await run(['webhook', 'verify', good])).toEqual({ lines: [`signed  ${good}`], code: 0 });
  expect(await run(['webhook', 'verify', bad, good])).toEqual({
    lines: [`NOT SIGNED  ${bad}`, `signed  ${good}`],
    code: 1,
  });
});

test('default: inspect prints a line for each event, no control character in it', async () => {
  expect((await run(['webhook', 'inspect', await record('one.http')], {})).lines).toEqual(eventLines);
});

test('behavior: inspect leaves out a time that is none', async () => {
  const file = join(folder, 'late.json');
  writeFileSync(file, body.replaceAll('"17638254', '"9917638254999999'));
  expect((await run(['webhook', 'inspect', file], {})).lines).toEqual(
    eventLines.map((line) => line.slice(26)),
  );
});

test('args: inspect --json prints events whole, also of a bare body', async () => {
  const file = join(folder, 'bare.json');
  writeFileSync(file, body);
  const { lines } = await run(['webhook', 'inspect', '--json', file], {});
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { kind: 'message', text: { body: 'Hi é' } },
    { kind: 'status', status: 'read' },
  ]);
});

test('default: replay posts the raw bytes with a signature of its own', async () => {
  const got: { signed: boolean; same: boolean }[] = [];
  server = createServer((request, response) => {
    void buffer(request).then(async (bytes) => {
      const signature = String(request.headers['x-hub-signature-256']);
      got.push({
        signed: await verifySignature({ appSecret, body: bytes, signature }),
        same: bytes.toString() === body,
      });
      response.writeHead(got.length === 1 ? 200 : 503).end();
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/webhook`;
  const file = await record('one.http', 'the secret of production');
  expect(await run(['webhook', 'replay', file, '--to', url])).toEqual({ lines: [`200  ${file}`], code: 0 });
  expect(await run(['webhook', 'replay', file, '--to', url])).toEqual({ lines: [`503  ${file}`], code: 1 });
  expect(got).toEqual([
    { signed: true, same: true },
    { signed: true, same: true },
  ]);
});

test('default: tail prints what comes after it began', async () => {
  await record('1-old.http');
  const tailed = run(['webhook', 'tail', folder, '--count', '1'], {});
  setTimeout(() => void record('2-new.http'), 50);
  expect((await tailed).lines).toEqual(eventLines);
});

test.each([
  [['webhook', 'verify', 'x.http'], /WHATSAPP_APP_SECRET is not set/],
  [['webhook', 'inspect', '/nowhere.http'], /ENOENT/],
])('error: %j is refused with what to do', async (args, message) => {
  await expect(run(args, {})).rejects.toThrow(message);
});
