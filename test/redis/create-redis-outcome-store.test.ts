import { Redis } from 'ioredis';
import { afterAll, beforeAll } from 'vitest';
import { createRedisOutcomeStore } from 'wabakit/redis';
import { startRedis, type TestRedis } from '../helpers/redis.ts';
import { testOutcomeStore } from '../webhooks/once/outcome-conformance.ts';
import { elapse } from './elapse.ts';

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

testOutcomeStore('the Redis store', async () => {
  const client = new Redis(server.port, '127.0.0.1');
  await client.flushall();
  return {
    store: createRedisOutcomeStore({ client }),
    elapse: (ms: number) => elapse(client, ms),
    close: async () => void (await client.quit()),
  };
});
