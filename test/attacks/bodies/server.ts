/**
 * Every adapter in a process of its own, whose memory is measured while a body is held back. `/webhooks` waits 30 s for a body and `/hasty` 300 ms;
 * `/bare` drops the bytes, as the floor of what `node:http` itself takes.
 */
import { serve } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { generateKeyPairSync } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createFlowEndpoint } from '../../../src/flows/index.ts';
import {
  createWebhookHandler,
  toExpress,
  toFastify,
  toHono,
  toNodeListener,
} from '../../../src/webhooks/index.ts';
import { appSecret, verifyToken } from './secret.ts';

const onError = (): void => undefined;
const hurry = { onError, bodyTimeout: 300 };
const handler = createWebhookHandler({ appSecret, verifyToken, onError });
const hasty = createWebhookHandler({ appSecret, verifyToken, ...hurry });
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const routes: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => unknown>> = {
  '/bare': (request, response) =>
    request.on('data', () => undefined).on('end', () => response.writeHead(401).end()),
  '/webhooks': toNodeListener(handler),
  '/hasty': toNodeListener(hasty),
  '/flow/webhooks': toNodeListener(createFlowEndpoint({ privateKey, appSecret, on: {}, onError })),
  '/flow/hasty': toNodeListener(createFlowEndpoint({ privateKey, appSecret, on: {}, ...hurry })),
};

const sockets = new Set<Socket>();
async function open(server: Server): Promise<number> {
  server.on('connection', (socket) => sockets.add(socket.on('close', () => sockets.delete(socket))));
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return (server.address() as AddressInfo).port;
}

const node = await open(createServer((request, response) => routes[request.url ?? '']?.(request, response)));
const withExpress = express().all('/webhooks', toExpress(handler)).all('/hasty', toExpress(hasty));
const withFastify = fastify();
await withFastify.register(toFastify(handler), { url: '/webhooks' });
await withFastify.register(toFastify(hasty), { url: '/hasty' });
await withFastify.listen({ port: 0, host: '127.0.0.1' });
const { fetch } = new Hono().all('/webhooks', toHono(handler)).all('/hasty', toHono(hasty));
const withFetch = await new Promise<Server>((resolve) => {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(server as Server));
});

/** Returns the memory that is in use after a garbage collection, once the open connections have got so many bytes. */
async function measure(bytes: number): Promise<number> {
  const getRead = (): number => [...sockets].reduce((sum, socket) => sum + socket.bytesRead, 0);
  while (getRead() < bytes) await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => setTimeout(resolve, 50));
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

process.on('message', (bytes: number) => void measure(bytes).then((held) => process.send?.(held)));
process.on('disconnect', () => process.exit());
process.send?.({
  node,
  express: await open(createServer(withExpress)),
  fastify: await open(withFastify.server),
  fetch: await open(withFetch),
  flow: node,
});
