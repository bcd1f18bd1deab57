// @module-tag redis
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRedisQueue } from 'wabakit/redis';
import type { QueuedWebhook } from 'wabakit/webhooks';
import { startRedis, type TestRedis } from '../../helpers/redis.ts';
import { testQueue } from '../../webhooks/queue/conformance.ts';
import { connectors } from './clients.ts';
import { elapse } from './elapse.ts';

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

describe.each(connectors)('%s', (name, connect) => {
  testQueue(`the Redis queue on ${name}`, async () => {
    const { client, close } = await connect(server.port);
    return { queue: createRedisQueue({ client }), elapse: (ms) => elapse(client, ms), close };
  });
});

const failure = { reason: 'handler_failed', errorName: 'Error', error: 'Error' } as const;

test('args: prefix keeps two apps apart, all keys of one under one hash tag', async () => {
  const client = new Redis(server.port, '127.0.0.1');
  await client.flushall();
  const [shop, bank] = ['shop', 'bank'].map((prefix) => createRedisQueue({ client, prefix }));
  await shop?.enqueue({ body: Buffer.from('a'), headers: {}, receivedAt: 0 });
  expect([await bank?.receive(1, 1), (await shop?.receive(1, 1))?.length]).toEqual([[], 1]);
  expect((await client.keys('*')).filter((key) => !/^{shop:queue}:|^(shop|bank):clock$/.test(key))).toEqual(
    [],
  );
  await client.quit();
});

test('behavior: a processed webhook leaves nothing in Redis except the next number', async () => {
  const client = new Redis(server.port, '127.0.0.1');
  await client.flushall();
  const queue = createRedisQueue({ client });
  await queue.enqueue({ body: Buffer.from('a'), headers: {}, receivedAt: 0, lanes: ['a', 'b'] });
  for (const settle of [
    (item: QueuedWebhook) => queue.release(item, 0),
    (item: QueuedWebhook) => queue.nack(item, 0, failure),
    queue.ack,
  ]) {
    const [item] = await queue.receive(1, 1000);
    expect(item && (await settle(item))).toBe(true);
  }
  expect((await client.keys('*')).toSorted()).toEqual(['wabakit:clock', '{wabakit:queue}:sequence']);
  await client.quit();
});

test('args: keepDeadLettersMs deletes older dead letters when one is added or the queue is counted', async () => {
  const client = new Redis(server.port, '127.0.0.1');
  await client.flushall();
  const queue = createRedisQueue({ client, keepDeadLettersMs: 60_000 });
  const getTexts = async () =>
    (await queue.listDeadLetters(10)).map(({ body }) => Buffer.from(body).toString());
  for (const text of ['a', 'b']) {
    await queue.enqueue({ body: Buffer.from(text), headers: {}, receivedAt: 0 });
    const [item] = await queue.receive(1, 60_000);
    if (item) await queue.deadLetter(item, failure);
    expect(await getTexts()).toEqual([text]);
    await client.zincrby('{wabakit:queue}:dead', -60_001, item?.id ?? '');
  }
  expect((await queue.getStats()).deadLetters).toBe(0);
  expect((await client.keys('*')).toSorted()).toEqual(['wabakit:clock', '{wabakit:queue}:sequence']);
  await client.quit();
});
