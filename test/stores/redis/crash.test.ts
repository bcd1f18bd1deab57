// @module-tag redis
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createRedisQueue } from 'wabakit/redis';
import { startRedis, type TestRedis } from '../../helpers/redis.ts';
import { crashRun } from '../../webhooks/queue/crash.ts';

let server: TestRedis;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-crash-'));
  server = await startRedis({ durable: true });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('behavior: a receiver on Redis, killed 8 times with SIGKILL, loses none of 2,000 webhooks that it answered 200', async () => {
  const report = await crashRun(['redis', String(server.port)], join(folder, 'log'), 2000, 8);
  expect([report.kills, report.accepted.size]).toEqual([8, 2000]);
  expect([...report.accepted].filter((name) => !report.processed.has(name))).toEqual([]);
}, 120_000);

test('behavior: webhooks accepted by Redis with appendfsync always survive a SIGKILL of the server', async () => {
  const client = new Redis(server.port, '127.0.0.1', { maxRetriesPerRequest: 0, retryStrategy: () => 20 });
  client.on('error', () => undefined);
  await client.flushall();
  const queue = createRedisQueue({ client, prefix: 'server-crash' });
  const accepted = new Set<string>();
  let number = 0;
  const sender = async () => {
    while (number < 1000) {
      const name = `webhook-${number++}`;
      const webhook = { body: Buffer.from(name), headers: {}, receivedAt: 0 };
      await queue.enqueue(webhook).then(
        () => accepted.add(name),
        () => undefined,
      );
    }
  };
  const senders = Array.from({ length: 8 }, sender);
  await vi.waitFor(() => expect(accepted.size).toBeGreaterThan(100), { timeout: 10_000, interval: 1 });
  await server.crash();
  await Promise.all(senders);
  await vi.waitFor(() => client.ping(), { timeout: 10_000 });
  const kept = new Set((await queue.receive(2000, 60_000)).map(({ body }) => Buffer.from(body).toString()));
  expect([...accepted].filter((name) => !kept.has(name))).toEqual([]);
  await client.quit();
}, 30_000);
