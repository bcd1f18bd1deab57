import { serve } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFlowEndpoint, type FlowEndpoint, type FlowEndpointOptions } from 'wabakit/flows';
import {
  type RequestHandler,
  toExpress,
  toFastify,
  toFetch,
  toHono,
  toLambda,
  toNextRoute,
  toNodeListener,
  toWorker,
} from 'wabakit/webhooks';
import { appSecret, envelope, keyPair, open, post, seal, sign } from './whatsapp-client.ts';

const { publicKey, privateKey } = keyPair();
const exchange = {
  version: '3.0',
  action: 'data_exchange',
  screen: 'DAY',
  flow_token: 'order-17',
  data: { day: 'Monday' },
};
const options: FlowEndpointOptions = {
  privateKey,
  appSecret,
  on: { dataExchange: ({ data }) => ({ screen: 'NEXT', data }) },
};
const answered = { screen: 'NEXT', data: { day: 'Monday' } };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type Call = (body: string, signature: string) => Promise<Response>;

async function listen(server: Server): Promise<Call> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return callUrl(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}/flow`);
}

const callUrl =
  (url: string): Call =>
  (body, signature) =>
    fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    });

const callFunction =
  (serveRequest: (request: Request) => Promise<Response>): Call =>
  (body, signature) =>
    serveRequest(post(body, signature));

const servers: Record<string, (endpoint: FlowEndpoint) => Promise<Call>> = {
  'node:http': (endpoint) => listen(createServer(toNodeListener(endpoint))),
  'Express 5': (endpoint) => {
    const app = express();
    app.post('/flow', toExpress(endpoint));
    return listen(createServer(app));
  },
  'Express 5 with a parser that keeps rawBody': (endpoint) => {
    const app = express();
    app.use(
      express.json({ verify: (request, _response, rawBody) => void Object.assign(request, { rawBody }) }),
    );
    app.post('/flow', toExpress(endpoint));
    return listen(createServer(app));
  },
  'Fastify 5': async (endpoint) => {
    const app = fastify();
    await app.register(toFastify(endpoint), { url: '/flow' });
    closers.push(() => app.close());
    return callUrl(`${await app.listen({ port: 0, host: '127.0.0.1' })}/flow`);
  },
  Hono: (endpoint) => {
    const app = new Hono();
    app.post('/flow', toHono(endpoint));
    return new Promise((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
        resolve(callUrl(`http://127.0.0.1:${port}/flow`));
      });
      closers.push(() => server.close());
    });
  },
  'Next.js': (endpoint) => Promise.resolve(callFunction(toNextRoute(endpoint).POST)),
  'Bun and Deno': (endpoint) => Promise.resolve(callFunction(toFetch(endpoint))),
  'Cloudflare Workers': (endpoint) => {
    const worker = toWorker((): RequestHandler => endpoint);
    return Promise.resolve(
      callFunction((request) => worker.fetch(request, {}, { waitUntil: () => undefined })),
    );
  },
  'AWS Lambda': (endpoint) =>
    Promise.resolve(async (body, signature) => {
      const {
        statusCode,
        headers,
        body: text,
      } = await toLambda(endpoint)({
        requestContext: { http: { method: 'POST' } },
        rawPath: '/flow',
        rawQueryString: '',
        headers: { 'X-Hub-Signature-256': signature },
        body: Buffer.from(body).toString('base64'),
        isBase64Encoded: true,
      });
      return new Response(text, { status: statusCode, headers });
    }),
};

describe.each(Object.entries(servers))('a Flow endpoint on %s', (_name, start) => {
  test('default: it answers a signed request and refuses another', async () => {
    const onError = vi.fn<(error: unknown) => void>();
    const call = await start(createFlowEndpoint({ ...options, onError }));
    const sealed = seal(publicKey, exchange);
    const body = envelope(sealed);
    const response = await call(body, sign(body));
    expect(response.status).toBe(200);
    expect(await open(sealed, response)).toEqual(answered);
    const refused = [await call(body, sign(`${body} `)), await call(body, sign(`${body} `))];
    expect(refused.map(({ status }) => status)).toEqual([432, 432]);
    // Once, not with each request.
    expect(onError.mock.calls).toMatchObject([[{ reason: 'bad_signature' }]]);
  });
});

describe('secrets that come later', () => {
  test('default: functions are called with the first request', async () => {
    const [getKey, getSecret] = [vi.fn(() => privateKey), vi.fn(() => Promise.resolve(appSecret))];
    const endpoint = createFlowEndpoint({ ...options, privateKey: getKey, appSecret: getSecret });
    expect([getKey.mock.calls.length, getSecret.mock.calls.length]).toEqual([0, 0]);
    for (let turn = 0; turn < 2; turn++) {
      const sealed = seal(publicKey, exchange);
      expect(await open(sealed, await endpoint(post(envelope(sealed))))).toEqual(answered);
    }
    expect([getKey.mock.calls.length, getSecret.mock.calls.length]).toEqual([1, 2]);
  });

  test('args: the passphrase may be a function as well', async () => {
    const onError = vi.fn<(error: unknown) => void>();
    const endpoint = createFlowEndpoint({ ...options, passphrase: () => 'not needed', onError });
    const sealed = seal(publicKey, exchange);
    expect(await open(sealed, await endpoint(post(envelope(sealed))))).toEqual(answered);
    expect(onError).not.toHaveBeenCalled();
  });

  test.each([
    ['privateKey', { privateKey: () => undefined }],
    ['appSecret', { appSecret: () => '' }],
    ['passphrase', { passphrase: () => undefined }],
  ] as const)(
    'error: %s that a function does not return is named, and the next request tries again',
    async (path, secrets) => {
      const onError = vi.fn<(error: unknown) => void>();
      const endpoint = createFlowEndpoint({ ...options, ...secrets, onError });
      for (let turn = 0; turn < 2; turn++)
        expect((await endpoint(post(envelope(seal(publicKey, exchange))))).status).toBe(500);
      expect(onError.mock.calls).toMatchObject([
        [
          {
            summary: `The Flow endpoint has no ${path}.`,
            issues: [
              { path, message: 'is a function that returned nothing: is its environment variable set?' },
            ],
          },
        ],
        [{ summary: `The Flow endpoint has no ${path}.` }],
      ]);
    },
  );

  test('behavior: a key that could not be had is asked for again', async () => {
    const getKey = vi
      .fn<() => string | undefined>()
      .mockReturnValueOnce(undefined)
      .mockReturnValue(privateKey);
    const endpoint = createFlowEndpoint({ ...options, privateKey: getKey, onError: () => undefined });
    const ask = async () => (await endpoint(post(envelope(seal(publicKey, exchange))))).status;
    expect([await ask(), await ask()]).toEqual([500, 200]);
  });

  test('error: a request that no key opens is 421 each time and reported once', async () => {
    const onError = vi.fn<(error: unknown) => void>();
    const endpoint = createFlowEndpoint({ ...options, privateKey: keyPair().privateKey, onError });
    const ask = async () => (await endpoint(post(envelope(seal(publicKey, exchange))))).status;
    expect([await ask(), await ask()]).toEqual([421, 421]);
    expect(onError.mock.calls).toMatchObject([
      [{ summary: 'No private key opens the request of WhatsApp.' }],
    ]);
  });
});
