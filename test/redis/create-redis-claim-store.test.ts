import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRedisClaimStore, type RedisClient } from 'wabakit/redis';
import { startRedis, type TestRedis } from '../helpers/redis.ts';
import { testClaimStore } from '../webhooks/once/conformance.ts';
import { elapse } from './elapse.ts';

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

async function withIoredis() {
  const client = new Redis(server.port, '127.0.0.1');
  await client.flushall();
  return {
    store: createRedisClaimStore({ client }),
    elapse: (ms: number) => elapse(client, ms),
    close: async () => void (await client.quit()),
  };
}

async function withNodeRedis() {
  const client = createClient({ socket: { host: '127.0.0.1', port: server.port } });
  await client.connect();
  await client.flushAll();
  return {
    store: createRedisClaimStore({ client }),
    elapse: (ms: number) => elapse(client, ms),
    close: () => client.close(),
  };
}

describe('ioredis', () => testClaimStore('the Redis store on ioredis', withIoredis));
describe('node-redis', () => testClaimStore('the Redis store on node-redis', withNodeRedis));

test('args: prefix keeps two apps apart', async () => {
  const client = new Redis(server.port, '127.0.0.1');
  await client.flushall();
  const [one, other] = ['one', 'other'].map((prefix) => createRedisClaimStore({ client, prefix }));
  expect([await one?.claim('a', 60_000), await other?.claim('a', 60_000)]).toEqual(['claimed', 'claimed']);
  expect((await client.keys('*')).toSorted()).toEqual(['one:claim:a', 'other:claim:a']);
  await client.quit();
});

test('behavior: a client with customCommand (Valkey GLIDE) and replies as bytes fit too', async () => {
  const client = new Redis(server.port, '127.0.0.1');
  await client.flushall();
  const glide: RedisClient = {
    customCommand: async ([command = '', ...args]) => client.callBuffer(command, ...args),
  };
  const store = createRedisClaimStore({ client: glide });
  expect([await store.claim('a', 60_000), await store.claim('a', 60_000)]).toEqual(['claimed', 'busy']);
  await store.confirm('a', 60_000);
  expect(await store.claim('a', 60_000)).toBe('handled');
  await client.quit();
});
