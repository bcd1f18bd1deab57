import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createSqliteQueue } from 'wabakit/sqlite';
import {
  type QueuedWebhook,
  type WebhookEvent,
  type WebhookHandlerOptions,
  createWebhookHandler,
  isWebhookError,
  parseWebhook,
  signPayload,
  startQueueWorker,
  toNodeListener,
} from 'wabakit/webhooks';
import { type Adapter, adapters, getStatus, sendChunks, startServer } from './bodies/start-server.ts';
import { appSecret, verifyToken } from './bodies/secret.ts';
import { promise, report, rounds } from './promise.ts';

const cap = 3 * 1024 * 1024 + 64 * 1024;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
}, 60_000);
afterAll(() => server.stop());

/** Returns what the server holds of a body whose end has not come yet, in bytes, and how it answers. */
async function hold(adapter: Adapter, route: 'bare' | 'webhooks', total: number, size: number) {
  const before = await server.measure(0);
  const post = server.open(adapter, route, 'transfer-encoding: chunked\r\nconnection: close');
  await sendChunks(post, total, size);
  const held = (await server.measure(post.socket.bytesWritten)) - before;
  post.socket.write('0\r\n\r\n');
  return { held, status: getStatus(await post.closed) };
}

test(
  promise('body-memory', 'at most 2 x the cap on 5 adapters, in chunks of 1, 7 and 16,384 bytes'),
  { timeout: 600_000 },
  async () => {
    const total = rounds(100_000, cap - 16_384);
    // What a first request loads is not part of its body.
    for (const adapter of adapters) await hold(adapter, 'webhooks', 100, 1);
    for (const size of [1, 7, 16_384]) {
      const floor = await hold('node', 'bare', total, size);
      report(`${total} bytes in chunks of ${size}: node:http alone holds ${megabytes(floor.held)}`);
      for (const adapter of adapters) {
        const limit = 2 * (adapter === 'flow' ? 1024 * 1024 : cap);
        const sent = Math.min(total, limit / 2 - 16_384);
        const { status, held } = await hold(adapter, 'webhooks', sent, size);
        report(`  ${adapter}: ${status}, holds ${megabytes(held)} of ${sent} bytes`);
        expect(status).toBe(adapter === 'flow' ? '432' : '401');
        expect(held - floor.held).toBeLessThanOrEqual(limit);
      }
    }
  },
);

test(promise('body-declared', '413 for 5 of 5 bodies, of which no byte was sent'), async () => {
  for (const adapter of adapters) {
    const { closed, socket } = server.open(adapter, 'webhooks', 'content-length: 4000000');
    const answered = new Promise<string>((resolve) => socket.once('data', resolve));
    expect(getStatus(await Promise.race([answered, closed]))).toBe('413');
    socket.destroy();
  }
  report(`${adapters.length} large bodies refused by their content-length`);
});

test(promise('body-slow', '408 and a closed connection for each, on 5 adapters'), async () => {
  const senders = rounds(4, 100);
  for (const adapter of adapters) {
    const posts = Array.from({ length: senders }, (_, index) => {
      const header = index % 2 ? 'content-length: 9' : 'transfer-encoding: chunked';
      const { closed, socket } = server.open(adapter, 'hasty', header);
      socket.write(index % 2 ? 'a' : '1\r\na\r\n');
      return closed;
    });
    const statuses = (await Promise.all(posts)).map(getStatus);
    expect([adapter, ...statuses]).toEqual([adapter, ...Array.from({ length: senders }, () => '408')]);
  }
  report(`${adapters.length * senders} slow senders: 408, and each connection was closed`);
});

const envelope = (messages: string): string =>
  `{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[${messages}]}}]}]}`;

/** A body of 3 MB whose list makes 1,500,000 events. */
const flood = envelope(`${'0,'.repeat(1_499_999)}0`);

async function post(options: Partial<WebhookHandlerOptions>, body: string): Promise<number> {
  const handler = createWebhookHandler({ appSecret, verifyToken, ...options });
  const own = createServer(toNodeListener(handler));
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
  closers.push(() => own.close());
  const url = `http://127.0.0.1:${(own.address() as AddressInfo).port}/`;
  const headers = { 'x-hub-signature-256': await signPayload(appSecret, body), connection: 'close' };
  const { status } = await fetch(url, { method: 'POST', body, headers });
  await handler.drain();
  return status;
}

test(promise('body-items', '1,500,000 items: 0 events, 1 report with the whole body'), async () => {
  const told: [error: unknown, event?: WebhookEvent][] = [];
  let handled = 0;
  const startedAt = performance.now();
  const status = await post(
    { onError: (...one) => void told.push(one), on: { any: () => void (handled += 1) } },
    flood,
  );
  report(
    `1,500,000 items: ${status} after ${Math.round(performance.now() - startedAt)} ms, ${handled} handled`,
  );
  expect([status, handled, told.length]).toEqual([200, 0, 1]);
  expect(told[0]?.[0]).toMatchObject({ reason: 'too_many_items' });
  expect(told[0]?.[1]).toMatchObject({ kind: 'unknown', raw: flood });
});

test(promise('body-items-queued', '1 dead letter with the whole body'), async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wabakit-'));
  const queue = createSqliteQueue({ file: join(folder, 'queue.db') });
  const told: unknown[] = [];
  const failed: [error: unknown, item?: QueuedWebhook][] = [];
  const onError = (error: unknown): void => void told.push(error);
  expect(await post({ queue, onError }, flood)).toBe(200);
  const { process } = createWebhookHandler({ appSecret, verifyToken, onError });
  const worker = startQueueWorker({ queue, process, onError: (...one) => void failed.push(one) });
  await worker.idle();
  await worker.stop();
  const dead = await queue.listDeadLetters(10);
  queue.close();
  rmSync(folder, { recursive: true });
  expect(dead.map(({ body, attempts }) => [new TextDecoder().decode(body) === flood, attempts])).toEqual([
    [true, 1],
  ]);
  expect(told).toMatchObject([{ reason: 'too_many_items' }]);
  expect(failed).toMatchObject([[{ reason: 'too_many_items' }, { attempts: 1 }]]);
});

const getReason = (body: string): unknown => {
  try {
    return parseWebhook(body).length;
  } catch (error) {
    return isWebhookError(error) && error.reason;
  }
};

test('behavior: a body of 20,000 items is read, and one more is too many, in whatever list they are', () => {
  const many = (count: number): string => Array.from({ length: count }, () => '{"id":"1"}').join();
  // An entry and a change are items as well.
  expect(getReason(envelope(many(19_998)))).toBe(19_998);
  expect(getReason(envelope(many(19_999)))).toBe('too_many_items');
  const change = (value: string, field = 'messages') =>
    `{"entry":[{"id":"1","changes":[{"field":"${field}","value":${value}}]}]}`;
  const hidden = [
    `{"entry":[${many(20_001)}]}`,
    `{"entry":[{"changes":[${many(20_001)}]}]}`,
    change(`{"statuses":[${many(20_001)}]}`),
    change(`{"contacts":[${many(20_001)}]}`),
    change(`{"history":[{"threads":[{"messages":[${many(20_001)}]}]}]}`, 'history'),
    change(`{"messages":[{"id":"1","type":"order","order":{"product_items":[${many(20_001)}]}}]}`),
    change(`{"messages":[9007199254740993,${many(20_000)}]}`),
  ];
  expect(hidden.map(getReason)).toEqual(hidden.map(() => 'too_many_items'));
});
