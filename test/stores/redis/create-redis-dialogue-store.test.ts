// @module-tag redis
import { afterAll, beforeAll, describe } from 'vitest';
import { createRedisDialogueStore } from 'wabakit/redis';
import { testDialogueStore } from '../../bot/store-conformance.ts';
import { startRedis, type TestRedis } from '../../helpers/redis.ts';
import { connectors } from './clients.ts';
import { elapse } from './elapse.ts';

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

describe.each(connectors)('%s', (name, connect) => {
  testDialogueStore(`the Redis store on ${name}`, async () => {
    const { client, close } = await connect(server.port);
    return { store: createRedisDialogueStore({ client }), elapse: (ms) => elapse(client, ms), close };
  });
});
