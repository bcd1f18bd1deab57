// @module-tag redis
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis, type RedisOptions } from 'ioredis';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRedisIdempotencyStore, createRedisQueue } from 'wabakit/redis';
import {
  createSqliteIdempotencyStore,
  createSqliteQueue,
  createSqliteSendTrackerStore,
} from 'wabakit/sqlite';
import {
  createMemoryIdempotencyStore,
  createWebhookHandler,
  recordWebhooks,
  startQueueWorker,
  type IdempotencyStore,
  type WebhookQueue,
} from 'wabakit/webhooks';
import { startRedis, type TestRedis } from '../helpers/redis.ts';
import {
  appSecret,
  getBody,
  messagesBody,
  signedRequest,
  textMessage,
  verifyToken,
} from '../webhooks/helpers.ts';
import { startCuttingProxy } from './cutting-proxy.ts';
import { promise, report, rounds } from './promise.ts';

let folder = '';
let closers: (() => unknown)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-attack-'));
  closers = [];
});
afterEach(async () => {
  for (const close of closers.toReversed()) await close();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

async function startServer(options: Parameters<typeof startRedis>[0]): Promise<TestRedis> {
  const server = await startRedis(options);
  closers.push(server.stop);
  return server;
}

function connect(port: number, options: RedisOptions = {}): Redis {
  const client = new Redis(port, '127.0.0.1', options);
  client.on('error', () => undefined);
  closers.push(() => client.disconnect());
  return client;
}

const toBody = (id: string): string => messagesBody(textMessage(id));
const toWebhook = (id: string) => ({ body: Buffer.from(toBody(id)), headers: {}, receivedAt: Date.now() });
const until = (condition: () => void) => vi.waitFor(condition, { timeout: 60_000, interval: 20 });

/** A worker with handlers that note the ids of the messages. */
function startWorker(queue: WebhookQueue, dedupe?: IdempotencyStore) {
  const handled: string[] = [];
  const errors: unknown[] = [];
  const handler = createWebhookHandler({
    appSecret,
    verifyToken,
    dedupe,
    on: { message: ({ wamid }) => void handled.push(wamid) },
    onError: (error) => void errors.push(error),
  });
  const { process } = handler;
  const worker = startQueueWorker({ queue, process, pollMs: 5, onError: (error) => void errors.push(error) });
  closers.push(worker.stop);
  return { handled, errors, handler };
}

/** Locks a file from another process for a time. Resolves once it holds the lock. */
async function lockFromOutside(file: string, ms: number): Promise<void> {
  const script = fileURLToPath(new URL('foreign-lock.ts', import.meta.url));
  const child = spawn(process.execPath, [script, file, String(ms)], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
}

test(
  promise('locked-sqlite', '0 of 300 webhooks lost'),
  async () => {
    const file = join(folder, 'webhooks.db');
    const queue = createSqliteQueue({ file });
    const dedupe = createSqliteIdempotencyStore({ file });
    const sends = createSqliteSendTrackerStore({ file });
    closers.push(queue.close, dedupe.close, sends.close);
    const { handled, errors } = startWorker(queue, dedupe);
    const lockMs = rounds(1500, 20_000);
    await lockFromOutside(file, lockMs);
    let longest = 0;
    let last = performance.now();
    const ticker = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    closers.push(() => clearInterval(ticker));
    const ids = Array.from({ length: 300 }, (_, place) => `wamid.${place}`);
    const work = ids.map((id) => [queue.enqueue(toWebhook(id)), sends.put(id, 'waiting', 60_000)]);
    await sleep(lockMs - 500);
    report(
      `SQLite locked for ${lockMs} ms by another process: longest turn of the event loop ${longest.toFixed(0)} ms`,
    );
    await Promise.all(work.flat());
    await until(() => expect(handled.length).toBe(300));
    expect(new Set(handled)).toEqual(new Set(ids));
    expect(errors).toEqual([]);
  },
  120_000,
);

const damages: readonly (readonly [name: string, sql: string])[] = [
  ['headers', 'UPDATE wabakit_queue SET headers = \'{"a":\' WHERE id = 1'],
  ['headers as a list', "UPDATE wabakit_queue SET headers = '[]' WHERE id = 2"],
  ['lanes', "UPDATE wabakit_queue SET lanes = 'x', state = 'failed', headers = 'x' WHERE id = 3"],
  ['body', 'UPDATE wabakit_queue SET body = 17 WHERE id = 4'],
  ['times', "UPDATE wabakit_queue SET received_at = 9223372036854775807, headers = '' WHERE id = 5"],
];

test(promise('unreadable-rows', '9 of 9 others handled, 5 of 5 dead letters, on SQLite'), async () => {
  const file = join(folder, 'webhooks.db');
  const queue = createSqliteQueue({ file });
  closers.push(queue.close);
  for (let place = 1; place <= 14; place += 1)
    await queue.enqueue({ ...toWebhook(`wamid.${place}`), lanes: ['a'] });
  const database = new DatabaseSync(file);
  for (const [, sql] of damages) database.exec(sql);
  database.close();
  const { handled } = startWorker(queue);
  await until(() => expect(handled.length).toBe(9));
  expect(handled).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14].map((place) => `wamid.${place}`));
  await vi.waitFor(async () => expect((await queue.getStats()).deadLetters).toBe(5));
  const letters = await queue.listDeadLetters(10);
  expect(letters.map(({ reason }) => reason)).toEqual(damages.map(() => 'unreadable'));
});

test(promise('unreadable-rows', '9 of 9 others handled, 5 of 5 dead letters, on Redis'), async () => {
  const server = await startServer({});
  vi.spyOn(process, 'emitWarning').mockReturnValue();
  const client = connect(server.port);
  const queue = createRedisQueue({ client });
  for (let place = 1; place <= 14; place += 1)
    await queue.enqueue({ ...toWebhook(`wamid.${place}`), lanes: ['a'] });
  const id = (place: number) => String(place).padStart(16, '0');
  const key = (name: string) => `{wabakit:queue}:${name}`;
  await client.hdel(key('items'), id(1));
  await client.hset(key('items'), id(2), '{"receivedAt":1,"he');
  await client.hset(key('items'), id(3), '{"receivedAt":1,"headers":[],"body":"e30="}');
  await client.hset(key('items'), id(4), 'null');
  await client.hset(key('attempts'), id(4), 'many');
  await client.hset(key('memberships'), id(4), '{{');
  await client.hset(key('items'), id(5), '');
  await client.hset(key('memberships'), id(5), '[1,["a"],null]');
  const { handled } = startWorker(queue);
  await until(() => expect(handled.length).toBe(9));
  expect(handled).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14].map((place) => `wamid.${place}`));
  await vi.waitFor(async () => expect((await queue.getStats()).deadLetters).toBe(5));
  expect((await queue.listDeadLetters(10)).map(({ reason }) => reason)).toEqual(
    damages.map(() => 'unreadable'),
  );
});

test(
  promise('full-redis', '0 of the accepted webhooks lost'),
  async () => {
    const server = await startServer({ settings: { maxmemory: '5mb', 'maxmemory-policy': 'noeviction' } });
    vi.spyOn(process, 'emitWarning').mockReturnValue();
    const client = connect(server.port);
    const queue = createRedisQueue({ client });
    const text = 'x'.repeat(rounds(4000, 100));
    const accepted: string[] = [];
    let refused = 0;
    for (let place = 0; refused < 20; place += 1) {
      const id = `wamid.${place}`;
      const body = Buffer.from(messagesBody(textMessage(id, text)));
      await queue.enqueue({ ...toWebhook(id), body }).then(
        () => accepted.push(id),
        () => (refused += 1),
      );
    }
    const { handled, errors } = startWorker(queue, createRedisIdempotencyStore({ client }));
    await until(() => expect(handled.length).toBeGreaterThanOrEqual(accepted.length));
    await vi.waitFor(async () => {
      const { waiting, inProgress, deadLetters } = await queue.getStats();
      expect([waiting, inProgress, deadLetters]).toEqual([0, 0, 0]);
    });
    report(
      `Redis with 5 MB: ${accepted.length} webhooks accepted, ${refused} refused, ${handled.length} handled when it was full`,
    );
    expect(new Set(handled)).toEqual(new Set(accepted));
    expect([handled.length, errors]).toEqual([accepted.length, []]);
    await queue.enqueue(toWebhook('wamid.last'));
  },
  300_000,
);

test(
  promise('evicting-redis', '1 warning at the first of 1,200 webhooks'),
  async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const server = await startServer({
      durable: true,
      settings: { maxmemory: '5mb', 'maxmemory-policy': 'allkeys-lru' },
    });
    const client = connect(server.port);
    const queue = createRedisQueue({ client });
    await queue.enqueue(toWebhook('wamid.0'));
    await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(1));
    for (let place = 1; place < 1200; place += 1)
      await queue
        .enqueue({ ...toWebhook(''), body: Buffer.alloc(4000, String(place)) })
        .catch(() => undefined);
    const kept = (await queue.getStats().catch(() => undefined))?.waiting ?? 0;
    report(`Redis with allkeys-lru and 5 MB: ${kept} of 1,200 webhooks kept, warned at the first`);
    expect(warn.mock.calls).toEqual([
      [
        expect.stringContaining('maxmemory-policy allkeys-lru'),
        { type: 'WabakitWarning', code: 'WABAKIT_REDIS' },
      ],
    ]);
  },
  60_000,
);

test(
  promise('lost-claim-reply', '0 events lost, 0 doubled'),
  async () => {
    const total = rounds(50, 1000);
    const server = await startServer({});
    vi.spyOn(process, 'emitWarning').mockReturnValue();
    const proxy = await startCuttingProxy(server.port);
    closers.push(proxy.stop);
    const dedupe = createRedisIdempotencyStore({ client: connect(proxy.port, { retryStrategy: () => 1 }) });
    const handled: string[] = [];
    const errors: unknown[] = [];
    const handler = createWebhookHandler({
      appSecret,
      verifyToken,
      dedupe,
      on: { message: ({ wamid }) => void handled.push(wamid) },
      onError: (error) => void errors.push(error),
    });
    const statuses = new Set<number>();
    for (let place = 0; place < total; place += 1) {
      proxy.cutReplyTo("return 'acquired'");
      statuses.add((await handler(await signedRequest(toBody(`wamid.${place}`)))).status);
      await handler.drain();
    }
    report(
      `${proxy.getCuts()} replies to acquire lost: ${handled.length} of ${total} events handled, ${errors.length} errors`,
    );
    expect([proxy.getCuts(), handled.length, new Set(handled).size]).toEqual([total, total, total]);
    expect([[...statuses], errors]).toEqual([[200], []]);
  },
  120_000,
);

test(promise('store-error', '20 of 20 answered 503 and reported'), async () => {
  const dedupe = createMemoryIdempotencyStore();
  const down: IdempotencyStore = { ...dedupe, acquire: () => Promise.reject(new Error('connection lost')) };
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const handler = createWebhookHandler({
    appSecret,
    verifyToken,
    dedupe: down,
    acknowledge: 'processed',
    onError,
  });
  const send = async (place: number) => handler(await signedRequest(toBody(`wamid.${place}`)));
  const answers = await Promise.all(Array.from({ length: 20 }, (_, place) => send(place)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
  expect(errors.map(String)).toEqual(answers.map(() => 'Error: connection lost'));
});

test(promise('repeated-errors', '8 of 8 told in 8 days, 0 of 24 doubled'), async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  closers.push(() => vi.useRealTimers());
  const handled: unknown[] = [];
  const dedupe = createMemoryIdempotencyStore();
  const on = { error: ({ code }: { code: number }) => void handled.push(code) };
  const handler = createWebhookHandler({ appSecret, verifyToken, dedupe, on, acknowledge: 'processed' });
  const body = getBody({ errors: [{ code: 130429, title: 'Rate limit hit' }] });
  for (let day = 0; day < 8; day += 1) {
    for (let delivery = 0; delivery < 3; delivery += 1) {
      expect((await handler(await signedRequest(body))).status).toBe(200);
      vi.advanceTimersByTime(60_000);
    }
    vi.advanceTimersByTime(24 * 3_600_000);
  }
  expect(handled).toEqual(Array.from({ length: 8 }, () => 130429));
});

test(promise('stored-headers', '0 of 4 canaries in 3 places'), async () => {
  const canary = 'canary-7d1f';
  const server = await startServer({ durable: true });
  const client = connect(server.port);
  const file = join(folder, 'webhooks.db');
  const sqlite = createSqliteQueue({ file });
  closers.push(sqlite.close);
  const recorder = recordWebhooks(join(folder, 'recordings'));
  for (const queue of [sqlite, createRedisQueue({ client })]) {
    const handler = createWebhookHandler({ appSecret, verifyToken, queue, recorder });
    const request = await signedRequest(toBody('wamid.1'));
    for (const name of ['cookie', 'authorization', 'proxy-authorization', 'x-api-key'])
      request.headers.set(name, `${canary} of ${name}`);
    expect((await handler(request)).status).toBe(200);
    await handler.drain();
  }
  const files = [
    file,
    `${file}-wal`,
    ...readdirSync(join(folder, 'recordings')).map((name) => join(folder, 'recordings', name)),
  ];
  const texts = [
    ...files.map((name) => readFileSync(name, 'latin1')),
    JSON.stringify(await client.hgetall('{wabakit:queue}:items')),
  ];
  expect(texts.length).toBe(5);
  expect(texts.filter((text) => text.includes(canary))).toEqual([]);
  const [item] = await sqlite.receive(1, 1000);
  expect(Object.keys(item?.headers ?? {}).toSorted()).toEqual(['content-type', 'x-hub-signature-256']);
});

test(
  promise('queue-outage', 'each error once an outage, and its end'),
  async () => {
    const server = await startServer({ durable: true });
    const client = connect(server.port, { maxRetriesPerRequest: 0, retryStrategy: () => 20 });
    const queue = createRedisQueue({ client });
    const { handled, errors } = startWorker(queue);
    const outages = rounds(2, 20);
    for (let outage = 0; outage < outages; outage += 1) {
      errors.length = 0;
      const calls = vi.spyOn(client, 'call');
      await server.crash(1000);
      await until(() => expect(errors.map(String).at(-1)).toMatch(/The webhook queue answers again/));
      const texts = errors.map(String);
      report(`Redis gone for a second: ${calls.mock.calls.length} commands tried, ${texts.length} reports`);
      calls.mockRestore();
      // The connection may be lost more than once until the server is up.
      const perOutage = texts.join('\n').split(/^.*answers again.*$/m);
      for (const lines of perOutage.map((text) => text.split('\n').filter(Boolean)))
        expect(new Set(lines).size).toBe(lines.length);
      expect(texts.length).toBeGreaterThan(1);
      await queue.enqueue(toWebhook(`wamid.${outage}`));
      await until(() => expect(handled.length).toBe(outage + 1));
    }
  },
  120_000,
);

test(promise('full-memory-store', '0 keys scanned by 302,000 events'), async () => {
  const scans = [
    vi.spyOn(Map.prototype, 'keys'),
    vi.spyOn(Map.prototype, 'entries'),
    vi.spyOn(Map.prototype, Symbol.iterator),
  ];
  const times = [];
  let scanned = 0;
  for (const maxKeys of [1000, 100_000]) {
    const store = createMemoryIdempotencyStore({ maxKeys });
    // At twice its size it forgets.
    const full = 2 * maxKeys;
    const calls = full + rounds(50_000, 500_000);
    for (const scan of scans) scan.mockClear();
    let startedAt = performance.now();
    for (let place = 0; place < calls; place += 1) {
      if (place === full) startedAt = performance.now();
      await store.acquire(String(place), '1', 60_000);
      await store.commit(String(place), '1', 60_000);
    }
    times.push((((performance.now() - startedAt) * 1000) / (calls - full)).toFixed(1));
    scanned += scans.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    expect(await store.acquire(String(calls - 1), '2', 60_000)).toBe('processed');
    expect(await store.acquire('0', '2', 60_000)).toBe('acquired');
  }
  for (const scan of scans) scan.mockRestore();
  expect(scanned).toBe(0);
  report(`a full memory store: ${times.join(' and ')} µs an event with 1,000 and 100,000 keys`);
});
