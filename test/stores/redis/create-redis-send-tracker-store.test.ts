// @module-tag redis
import { afterAll, beforeAll, describe } from 'vitest';
import { createRedisSendTrackerStore } from 'wabakit/redis';
import { startRedis, type TestRedis } from '../../helpers/redis.ts';
import { testSendTrackerStore } from '../../webhooks/send-tracker/conformance.ts';
import { connectors } from './clients.ts';
import { elapse } from './elapse.ts';

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

describe.each(connectors)('%s', (name, connect) => {
  testSendTrackerStore(`the Redis store on ${name}`, async () => {
    const { client, close } = await connect(server.port);
    return { store: createRedisSendTrackerStore({ client }), elapse: (ms) => elapse(client, ms), close };
  });
});
