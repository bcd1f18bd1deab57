/**
 * A receiver in a process of its own, whose memory can be measured: `node flood-server.ts SERVER`. It reports its port, and then, for each
 * `measure` that it gets, what it took since the last one.
 */
import { serve } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createWebhookHandler } from '../../../src/webhooks/receiver/handler.ts';
import { toExpress, toNodeListener } from '../../../src/webhooks/adapters/node.ts';
import { toFastify } from '../../../src/webhooks/adapters/fastify.ts';
import { toFetch } from '../../../src/webhooks/adapters/web.ts';

const handler = createWebhookHandler({
  appSecret: 'a secret of the app',
  verifyToken: 'a token to verify',
  onError: () => undefined,
  on: { message: () => undefined },
});

const servers: Readonly<Record<string, () => Server | Promise<Server>>> = {
  'node:http': () => createServer(toNodeListener(handler)),
  'Express 5': () => {
    const app = express();
    app.all('/webhooks', toExpress(handler));
    return createServer(app);
  },
  'Fastify 5': async () => {
    const app = fastify();
    await app.register(toFastify(handler), { url: '/webhooks' });
    await app.ready();
    return app.server;
  },
  'Fetch on @hono/node-server': () =>
    serve({ fetch: toFetch(handler), port: 0, hostname: '127.0.0.1' }) as Server,
};

const name = process.argv[2] ?? '';
const server = await servers[name]?.();
if (server === undefined) throw new Error(`No server is called ${name}.`);

const sockets = new Set<Socket>();
server.on('connection', (socket) => sockets.add(socket));
if (!server.listening) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

const sample = () => process.memoryUsage();
let before = sample();
let peak = { rss: 0, arrayBuffers: 0 };
setInterval(() => {
  const { rss, arrayBuffers } = sample();
  peak = { rss: Math.max(peak.rss, rss), arrayBuffers: Math.max(peak.arrayBuffers, arrayBuffers) };
}, 2);

process.on('message', () => {
  process.send?.({
    bytesRead: [...sockets].reduce((sum, { bytesRead }) => sum + bytesRead, 0),
    openSockets: [...sockets].filter(({ destroyed }) => !destroyed).length,
    rss: peak.rss - before.rss,
    arrayBuffers: peak.arrayBuffers - before.arrayBuffers,
  });
  sockets.clear();
  before = sample();
  peak = { rss: before.rss, arrayBuffers: before.arrayBuffers };
});
process.on('disconnect', () => process.exit());
process.send?.((server.address() as AddressInfo).port);
