/** One webhook handler on every server. Each gets the same signed webhook here. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import {
  createWebhookHandler,
  signPayload,
  toExpress,
  toFastify,
  toFetch,
  toHono,
  toLambda,
  toNextRoute,
  toNodeListener,
  toWorker,
} from 'wabakit/webhooks';

const appSecret = 'the app secret';
const verifyToken = 'the verify token';
const handler = createWebhookHandler({ appSecret, verifyToken });

// #region node
const nodeServer = createServer(toNodeListener(handler));
// #endregion node

// #region express
const expressApp = express();
expressApp.all('/webhooks', toExpress(handler)); // before express.json()
expressApp.use(express.json());
// #endregion express

// #region fastify
const fastifyApp = fastify();
await fastifyApp.register(toFastify(handler), { url: '/webhooks' }); // other routes keep their parsers
// #endregion fastify

// #region hono
const honoApp = new Hono();
honoApp.all('/webhooks', toHono(handler));
// #endregion hono

// #region next
const after = (work: Promise<unknown>): void => void work; // import { after } from 'next/server'
const { GET, POST } = toNextRoute(handler, after); // export const { GET, POST } = … in app/webhooks/route.ts
// #endregion next

// #region lambda
const lambda = toLambda(handler); // export const handler = …
// #endregion lambda

// #region worker
interface Env {
  readonly APP_SECRET: string;
  readonly VERIFY_TOKEN: string;
}
const worker = toWorker((env: Env) =>
  createWebhookHandler({ appSecret: env.APP_SECRET, verifyToken: env.VERIFY_TOKEN }),
); // export default …
// #endregion worker

// #region fetch
const serveFetch = toFetch(handler); // Bun.serve({ fetch: serveFetch }) or Deno.serve(serveFetch)
// #endregion fetch

const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [] });
const headers = { 'x-hub-signature-256': await signPayload(appSecret, body) };
const webhook = (url = 'https://shop.example/webhooks') =>
  new Request(url, { method: 'POST', body, headers });

async function viaHttp(listener: Parameters<typeof createServer>[1]): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const response = await fetch(
    webhook(`http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`),
  );
  server.close();
  server.closeAllConnections();
  return response.status;
}

nodeServer.close();
const env = { APP_SECRET: appSecret, VERIFY_TOKEN: verifyToken };
const injected = await fastifyApp.inject({ method: 'POST', url: '/webhooks', body, headers });
await fastifyApp.close();
console.table({
  'node:http': await viaHttp(toNodeListener(handler)),
  express: await viaHttp((request, response) => void expressApp(request, response)),
  fastify: injected.statusCode,
  hono: (await honoApp.request(webhook())).status,
  next: [
    (await POST(webhook())).status,
    (await GET(new Request('https://shop.example/webhooks'))).status,
  ].join(),
  lambda: (await lambda({ httpMethod: 'POST', path: '/webhooks', headers, body })).statusCode,
  workers: (await worker.fetch(webhook(), env, { waitUntil: () => undefined })).status,
  'bun, deno': (await serveFetch(webhook())).status,
});
