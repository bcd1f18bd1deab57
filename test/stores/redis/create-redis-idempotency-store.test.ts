// @module-tag redis
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRedisIdempotencyStore, type RedisClient } from 'wabakit/redis';
import { startRedis, type TestRedis } from '../../helpers/redis.ts';
import { testIdempotencyStore } from '../../webhooks/idempotency/conformance.ts';
import { connectors } from './clients.ts';
import { elapse } from './elapse.ts';

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

describe.each(connectors)('%s', (name, connect) => {
  testIdempotencyStore(`the Redis store on ${name}`, async () => {
    const { client, close } = await connect(server.port);
    return { store: createRedisIdempotencyStore({ client }), elapse: (ms) => elapse(client, ms), close };
  });
});

test('args: prefix keeps two apps apart', async () => {
  const client = new Redis(server.port, '127.0.0.1');
  await client.flushall();
  const [one, other] = ['one', 'other'].map((prefix) => createRedisIdempotencyStore({ client, prefix }));
  expect([await one?.acquire('a', '1', 60_000), await other?.acquire('a', '2', 60_000)]).toEqual([
    'acquired',
    'acquired',
  ]);
  const names = ['one:clock', 'one:idempotency:a', 'other:clock', 'other:idempotency:a'];
  expect((await client.keys('*')).toSorted()).toEqual(names);
  await client.quit();
});

test('behavior: a client with customCommand (Valkey GLIDE) and replies as bytes fit too', async () => {
  const client = new Redis(server.port, '127.0.0.1');
  await client.flushall();
  const glide: RedisClient = {
    customCommand: async ([command = '', ...args]) => client.callBuffer(command, ...args),
  };
  const store = createRedisIdempotencyStore({ client: glide });
  expect(await store.acquire('a', '1', 60_000)).toBe('acquired');
  expect(await store.acquire('a', '2', 60_000)).toBe('locked');
  expect(await store.renew('a', '1', 60_000)).toBe(true);
  expect(await store.commit('a', '1', 60_000)).toBe(true);
  expect(await store.acquire('a', '2', 60_000)).toBe('processed');
  await client.quit();
});
