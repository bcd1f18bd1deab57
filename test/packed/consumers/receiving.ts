/** A receiver on a runtime of the web: webhooks, the Flow endpoint, and what is kept between requests. */
import { completeFlow, createFlowEndpoint } from 'wabakit/flows';
import { createRedisIdempotencyStore, createRedisQueue } from 'wabakit/redis';
import { createSqliteIdempotencyStore, createSqliteQueue } from 'wabakit/sqlite';
import {
  createMemoryIdempotencyStore,
  createWebhookHandler,
  isWebhookError,
  parseWebhook,
  startQueueWorker,
  toFetch,
  toHono,
  toLambda,
  toNextRoute,
  toNodeListener,
  toWorker,
  type IdempotencyStore,
  type WebhookEvent,
  type WebhookHandler,
} from 'wabakit/webhooks';

const client = { sendCommand: async (args: string[]): Promise<unknown> => args };
export const stores: IdempotencyStore[] = [
  createMemoryIdempotencyStore(),
  createRedisIdempotencyStore({ client }),
  createSqliteIdempotencyStore({ file: 'shop.db' }),
];
export const queues = [createRedisQueue({ client }), createSqliteQueue({ file: 'shop.db' })] as const;

export const receive: WebhookHandler = createWebhookHandler({
  appSecret: ({ url }) => (url.pathname === '/shop' ? ['old', 'new'] : undefined),
  verifyToken: 'v',
  dedupe: createMemoryIdempotencyStore(),
  queue: queues[1],
  on: {
    message: (event) => (event.type === 'text' ? event.text.body.length : event.waId),
    status: (event) => event.status.length,
    any: (event: WebhookEvent) => event.kind.length,
  },
  onError: (error) => (isWebhookError(error) ? error.reason.length : 0),
});
export const worker = startQueueWorker({ queue: queues[1], process: receive.process });
export const kinds: string[] = parseWebhook('{}').map(({ kind }) => kind);

export const respond = toFetch(receive);
export const hono = toHono(receive);
export const listener = toNodeListener(receive);
export const { GET, POST } = toNextRoute(receive, (work) => void work);
export const lambda = toLambda(receive)({ httpMethod: 'GET' }).then(({ statusCode }) => statusCode.toFixed());
export default toWorker((env: { readonly secret: string }) =>
  createWebhookHandler({ appSecret: env.secret, verifyToken: 'v' }),
);

export const flow = createFlowEndpoint({
  privateKey: '',
  appSecret: 's',
  on: {
    init: () => ({ screen: 'DAY', data: { days: ['Monday'] } }),
    dataExchange: ({ flow_token }) => completeFlow(flow_token),
  },
});

export const mustNot = [
  // @ts-expect-error no verify token
  createWebhookHandler({ appSecret: 's' }),
  // @ts-expect-error a kind of event that does not exist
  createWebhookHandler({ appSecret: 's', verifyToken: 'v', on: { massage: () => undefined } }),
  // @ts-expect-error an event may be of another kind
  parseWebhook('{}').map(({ kind }) => kind satisfies 'message'),
  // @ts-expect-error a URL is not a client
  createRedisIdempotencyStore({ client: 'redis://localhost' }),
  // @ts-expect-error the file is named
  createSqliteQueue({ path: 'shop.db' }),
  // @ts-expect-error an answer names its screen
  createFlowEndpoint({ privateKey: '', appSecret: 's', on: { init: () => ({ data: {} }) } }),
  // @ts-expect-error a listener takes a request of node:http, not one of the web
  listener(new Request('https://shop.example'), new Response()),
];
