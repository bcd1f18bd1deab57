import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { createWebhookHandler, recordWebhooks, toNodeListener } from 'wabakit/webhooks';
import {
  appSecret,
  getClient,
  customer,
  equal,
  onNode,
  onWorkers,
  verifyToken,
  type NotRun,
} from './check.ts';

/** Why SQLite cannot be used here; nothing when it can. Some runtimes have the module and no database behind it. */
async function whyNoSqlite(): Promise<NotRun> {
  try {
    const { DatabaseSync } = await import('node:sqlite');
    new DatabaseSync(':memory:').close();
    return undefined;
  } catch (error) {
    if (onNode) throw error;
    return `node:sqlite: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Hands over a folder with what works on it, and removes it afterwards. */
async function inFolder(work: (join: (name: string) => string) => Promise<void>): Promise<void> {
  const { mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const folder = mkdtempSync(join(tmpdir(), 'wabakit-runtime-'));
  try {
    await work((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function readsAndWritesFiles(): Promise<NotRun> {
  if (onWorkers) return 'a Worker has no files';
  const { readFileSync, readdirSync, writeFileSync } = await import('node:fs');
  await inFolder(async (at) => {
    const emulator = await createEmulator({ webhook: { appSecret, verifyToken } });
    const wa = getClient(emulator);
    writeFileSync(at('invoice.pdf'), '%PDF-1.4 an invoice');
    const { id: mediaId } = await wa.media.upload({ file: at('invoice.pdf') });
    const { path } = await wa.media.save({ mediaId, directory: at(''), name: '../copy.pdf' });
    equal([path, readFileSync(path, 'utf8')], [at('copy.pdf'), '%PDF-1.4 an invoice'], 'the saved file');
    const recorder = recordWebhooks(at('recordings'));
    const receive = createWebhookHandler({ appSecret, verifyToken, recorder });
    await emulator.webhook.subscribe(receive);
    await emulator.phone(customer).say('Hello');
    await receive.drain();
    equal(readdirSync(at('recordings')).length, 1, 'recordings');
    await emulator.close();
  });
  return undefined;
}

export async function remembersInSqlite(): Promise<NotRun> {
  const reason = await whyNoSqlite();
  if (reason !== undefined) return reason;
  const { createSqliteIdempotencyStore } = await import('wabakit/sqlite');
  await inFolder(async (at) => {
    const file = at('webhooks.db');
    const first = createSqliteIdempotencyStore({ file });
    const calls = ['a 1', 'a 2', 'b 3'].map((call) => call.split(' '));
    const claims = await Promise.all(
      calls.map(([key = '', token = '']) => first.acquire(key, token, 60_000)),
    );
    equal(claims, ['acquired', 'locked', 'acquired'], 'first claims');
    equal(await first.commit('a', '1', 60_000), true, 'commit under the lease');
    await first.release('b', '3');
    first.close();
    const second = createSqliteIdempotencyStore({ file });
    const again = [await second.acquire('a', '4', 60_000), await second.acquire('b', '5', 60_000)];
    equal(again, ['processed', 'acquired'], 'after opening the file again');
    second.close();
  });
  return undefined;
}

export async function talksOverHttp(): Promise<NotRun> {
  if (onWorkers) return 'a Worker cannot listen on a port';
  const { createServer } = await import('node:http');
  const seen: string[] = [];
  const receive = createWebhookHandler({
    appSecret,
    verifyToken,
    on: { status: ({ status }) => seen.push(status), message: ({ type }) => seen.push(type) },
  });
  const server = createServer(toNodeListener(receive));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const emulator = await createEmulator({ webhook: { appSecret, verifyToken } });
  await emulator.webhook.subscribe(`http://127.0.0.1:${port}/webhooks`);
  const { url, close } = await emulator.listen();
  await emulator.phone(customer).say('Hello');
  const { accessToken, phoneNumberId } = emulator;
  const wa = createClient({ accessToken, phoneNumberId, baseUrl: url });
  await wa.messages.sendText({ to: customer, body: 'Hi' });
  await emulator.waitForIdle();
  await receive.drain();
  equal(seen, ['text', 'sent', 'delivered'], 'webhooks over HTTP');
  await close();
  await emulator.close();
  server.close();
  server.closeAllConnections(); // Deno keeps idle ones, and with them the process, for three minutes
  return undefined;
}
