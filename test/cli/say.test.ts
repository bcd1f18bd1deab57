import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'wabakit';
import { createEmulator, type Emulator, type EmulatorServer } from 'wabakit/emulator';
import { replyButtons } from 'wabakit/messages';
import { createWebhookHandler } from 'wabakit/webhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './run.ts';

let emulator: Emulator;
let server: EmulatorServer;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wabakit-say-'));
  emulator = await createEmulator();
  server = await emulator.listen();
  const { accessToken, phoneNumberId, appSecret, verifyToken } = emulator;
  const wa = createClient({ accessToken, phoneNumberId, fetch: emulator.fetch });
  const buttons = replyButtons({ body: 'How was it?', buttons: [{ id: 'a', title: 'Good' }] });
  const handler = createWebhookHandler({
    appSecret,
    verifyToken,
    on: {
      message: async (event) => {
        if (event.type !== 'text' || event.text.body === 'hush') return;
        await wa.messages.reply(event, `Hello, ${event.contact?.profile?.name ?? 'you'}`);
        await wa.messages.reply(event, buttons);
      },
    },
  });
  await emulator.webhook.subscribe(handler);
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

test('default: a customer writes, and what the business answers is printed', async () => {
  const { out, error, code } = await run(['say', 'Hi', '--name', 'Ana', '--base-url', server.url]);
  expect({ out: out.split('\n'), error, code }).toEqual({
    out: ['Hello, Ana', 'How was it?'],
    error: '',
    code: 0,
  });
});

test('behavior: another customer, by the address in the environment or in a file; the answers as JSON', async () => {
  const from = ['--from', '+49 151 12345678', '--json'];
  const file = join(folder, '.env');
  await writeFile(file, `WHATSAPP_BASE_URL=${server.url}\n`);
  const byFile = await run(['say', 'Hi', ...from, '--env-file', file]);
  expect(JSON.parse(byFile.out)).toMatchObject([
    { from: 'business', content: { type: 'text' } },
    { from: 'business', content: { type: 'interactive' } },
  ]);
  expect(emulator.phone('+4915112345678').inbox).toHaveLength(2);
  const byEnvironment = await run(['say', 'hush', ...from], { WHATSAPP_BASE_URL: server.url });
  expect(byEnvironment).toEqual({ out: '[]', error: '', code: 0 });
});

test('behavior: no answer is said so', async () => {
  expect(await run(['say', 'hush', '--base-url', server.url])).toEqual({
    out: '',
    error: 'Said. The business has not answered.',
    code: 0,
  });
});

test('error: a file of --env-file that cannot be read', async () => {
  const { code, error } = await run(['say', 'Hi', '--env-file', join(folder, 'none')]);
  expect(code).toBe(2);
  expect(error).toContain(`The file ${join(folder, 'none')} of --env-file cannot be read.`);
});

test('error: no emulator, another server, a number that is none', async () => {
  const nobody = await run(['say', 'Hi', '--base-url', 'http://127.0.0.1:1']);
  expect(nobody.code).toBe(2);
  expect(nobody.error).toContain('No emulator answers at http://127.0.0.1:1.');
  const other = createServer((_, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  const wrong = await run(['say', 'Hi', '--base-url', url]);
  expect(wrong.error).toBe(`${url} is not the address of a wabakit emulator.`);
  other.close();
  const number = await run(['say', 'Hi', '--from', '+1', '--base-url', server.url]);
  expect(number.code).toBe(2);
  expect(number.error).toContain('waId must be a phone number of 7 to 15 digits');
});
