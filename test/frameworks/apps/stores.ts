/** The stores of wabakit/redis on one client and one server: `node stores.ts iovalkey`. Prints a line for each check. */
import {
  createRedisIdempotencyStore,
  createRedisQueue,
  createRedisSendTrackerStore,
  type RedisClient,
} from 'wabakit/redis';
import { createSendTracker, createWebhookHandler, signPayload, startQueueWorker } from 'wabakit/webhooks';
import { port } from './bot.ts';

// #region clients
const connect: Readonly<Record<string, () => Promise<{ client: RedisClient; close: () => unknown }>>> = {
  async ioredis() {
    const { Redis } = await import('ioredis');
    const client = new Redis(port);
    return { client, close: () => client.quit() };
  },
  async iovalkey() {
    const { Redis } = await import('iovalkey');
    const client = new Redis(port);
    return { client, close: () => client.quit() };
  },
  async redis() {
    const { createClient } = await import('redis');
    const client = createClient({ socket: { port } });
    await client.connect();
    return { client, close: () => client.close() };
  },
  async glide() {
    const { GlideClient } = await import('@valkey/valkey-glide');
    const client = await GlideClient.createClient({ addresses: [{ host: '127.0.0.1', port }] });
    return { client, close: () => client.close() };
  },
};
// #endregion clients

function check(name: string, passed: boolean): void {
  console.log(passed ? 'ok' : 'not ok', name);
}

const { client, close } = (await connect[process.argv[2] ?? '']?.()) ?? {};
if (client === undefined) throw new Error('no such client');
const appSecret = 'secret';
const queue = createRedisQueue({ client });
const dedupe = createRedisIdempotencyStore({ client });
const seen: string[] = [];
const handler = createWebhookHandler({
  appSecret,
  verifyToken: 'token',
  queue,
  dedupe,
  on: { message: (event) => void seen.push(event.wamid) },
});
const message = {
  from: '5511987654321',
  id: 'wamid.1',
  timestamp: '1790000000',
  type: 'text',
  text: { body: 'Olá 👋' },
};
const body = JSON.stringify({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [{ field: 'messages', value: { metadata: { phone_number_id: '2' }, messages: [message] } }],
    },
  ],
});
const headers = { 'x-hub-signature-256': await signPayload(appSecret, body) };
const answers = [];
for (let copy = 0; copy < 3; copy++)
  answers.push(await handler.handleRequest({ method: 'POST', url: '/', headers, body }));
check(
  'the queue stores webhooks',
  answers.every(({ status }) => status === 200),
);
const worker = startQueueWorker({ queue, process: handler.process });
await worker.idle();
await worker.stop();
check('three copies are handled once', seen.join() === 'wamid.1');

const tracks = createRedisSendTrackerStore({ client });
const status = { wamid: 'wamid.2', status: 'delivered', at: 1, callbackData: 'order-17' };
const settled: string[] = [];
const sends = createSendTracker(tracks, ({ callbackData, wamid }) =>
  settled.push(`${callbackData} ${wamid}`),
);
await sends.track('order-17');
await sends.handleStatus(status as Parameters<typeof sends.handleStatus>[0]);
check('a send of unknown outcome is settled by its status', settled.join() === 'order-17 wamid.2');
const lost = await queue.receive(10, 1000);
check('the queue is empty', lost.length === 0);
await close?.();
