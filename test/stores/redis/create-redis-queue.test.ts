// @module-tag redis
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRedisQueue, type RedisClient } from 'wabakit/redis';
import { sendRedis } from '../../../src/stores/redis/redis-client.ts';
import { startRedis, type TestRedis } from '../../helpers/redis.ts';
import { testQueue } from '../../webhooks/queue/conformance.ts';
import { connectors } from './clients.ts';

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

// The server's clock cannot be set: what is due is made due earlier instead.
const elapseScript = `
for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do redis.call('ZINCRBY', KEYS[1], -tonumber(ARGV[1]), id) end`;

async function elapseQueue(client: RedisClient, ms: number): Promise<void> {
  await sendRedis(client, 'EVAL', elapseScript, '1', '{wabakit:queue}:due', String(ms));
}

describe.each(connectors)('%s', (name, connect) => {
  testQueue(`the Redis queue on ${name}`, async () => {
    const { client, close } = await connect(server.port);
    return { queue: createRedisQueue({ client }), elapse: (ms) => elapseQueue(client, ms), close };
  });
});

test('args: prefix keeps two apps apart, all keys of one under one hash tag', async () => {
  const client = new Redis(server.port, '127.0.0.1');
  await client.flushall();
  const [shop, bank] = ['shop', 'bank'].map((prefix) => createRedisQueue({ client, prefix }));
  await shop?.enqueue({ body: Buffer.from('a'), headers: {}, receivedAt: 0 });
  expect([await bank?.receive(1, 1), (await shop?.receive(1, 1))?.length]).toEqual([[], 1]);
  expect((await client.keys('*')).filter((key) => !key.startsWith('{shop:queue}:'))).toEqual([]);
  await client.quit();
});

test('behavior: a processed webhook leaves nothing in Redis except the next number', async () => {
  const client = new Redis(server.port, '127.0.0.1');
  await client.flushall();
  const queue = createRedisQueue({ client });
  await queue.enqueue({ body: Buffer.from('a'), headers: {}, receivedAt: 0 });
  const [item] = await queue.receive(1, 1000);
  await queue.nack(item?.id ?? '', 0, 'Error');
  await queue.ack(item?.id ?? '');
  expect(await client.keys('*')).toEqual(['{wabakit:queue}:sequence']);
  await client.quit();
});
