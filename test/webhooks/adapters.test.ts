import { serve } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type Server, createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type LambdaEvent,
  type RequestHandler,
  type WebhookHandler,
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
import { appSecret, messagesBody, signedRequest, textMessage, verifyToken } from './helpers.ts';

const text = messagesBody(textMessage('wamid.1', 'Grüße 👋 https://shop.example/a'));
const handshake = 'hub.mode=subscribe&hub.challenge=42&hub.verify_token=a+token+to+verify';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function makeHandler() {
  const seen: string[] = [];
  const errors: unknown[] = [];
  const handler = createWebhookHandler({
    appSecret,
    verifyToken,
    onError: (error) => void errors.push(error),
    on: {
      message: async (event) => {
        await Promise.resolve();
        seen.push(event.type === 'text' ? event.text.body : event.type);
      },
    },
  });
  return { handler, seen, errors };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () => new Promise((resolve) => server.close(resolve)),
    () => server.closeAllConnections(),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
}

/** Keeps the raw bytes where NestJS, Firebase and many apps keep them, and parses the body. */
const keepRawBody = (keep: (bytes: Buffer) => unknown) =>
  express.json({
    type: () => true,
    verify: (request, _response, bytes) => {
      Object.assign(request, { rawBody: keep(bytes) });
    },
  });

const servers: Record<string, (handler: RequestHandler) => Promise<string>> = {
  'node:http': (handler) => listen(createServer(toNodeListener(handler))),
  'Express 5': (handler) => {
    const app = express();
    app.all('/webhooks', toExpress(handler));
    app.use(express.json());
    return listen(createServer(app));
  },
  'Express 5 with express.raw': (handler) => {
    const app = express();
    app.all('/webhooks', express.raw({ type: () => true }), toExpress(handler));
    return listen(createServer(app));
  },
  'Express 5 with a parser that keeps rawBody': (handler) => {
    const app = express();
    app.use(keepRawBody((bytes) => bytes));
    app.all('/webhooks', toExpress(handler));
    return listen(createServer(app));
  },
  'Express 5 with a parser that keeps rawBody as text': (handler) => {
    const app = express();
    app.use(keepRawBody(String));
    app.all('/webhooks', toNodeListener(handler));
    return listen(createServer(app));
  },
  'Express 5 under a router': (handler) => {
    const app = express();
    const router = express.Router();
    router.all('/', toExpress(handler));
    app.use('/webhooks', router);
    return listen(createServer(app));
  },
  'Fastify 5': async (handler) => {
    const app = fastify();
    await app.register(toFastify(handler), { url: '/webhooks' });
    app.post('/other', (request) => ({ body: request.body }));
    closers.push(() => app.close());
    return `${await app.listen({ port: 0, host: '127.0.0.1' })}/webhooks`;
  },
  'Hono on @hono/node-server': async (handler) => {
    const app = new Hono();
    app.all('/webhooks', toHono(handler));
    return new Promise((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}/webhooks`),
      );
      closers.push(() => new Promise((done) => server.close(done)));
    });
  },
};

describe.each(Object.entries(servers))('%s', (_name, start) => {
  test('default', async () => {
    const { handler, seen, errors } = makeHandler();
    const url = await start(handler);
    const signature = await signPayload(appSecret, text);
    const post = (headers: Record<string, string>, body: string = text) =>
      fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
    const good = await post({ 'x-hub-signature-256': signature });
    expect([good.status, await good.text()]).toEqual([200, 'OK']);
    expect((await post({ 'x-hub-signature-256': `${signature.slice(0, -1)}x` })).status).toBe(401);
    expect((await post({})).status).toBe(401);
    const hello = await post({ 'x-hub-signature-256': await signPayload(appSecret, 'Hello') }, 'Hello');
    expect(hello.status).toBe(400);
    const shaken = await fetch(`${url}?${handshake}`);
    expect([shaken.status, await shaken.text()]).toEqual([200, '42']);
    expect(shaken.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${url}?${handshake}&hub.challenge=43`)).status).toBe(400);
    await handler.drain();
    expect(seen).toEqual(['Grüße 👋 https://shop.example/a']);
    expect(errors).toMatchObject([{ reason: 'bad_signature' }, { reason: 'bad_signature' }]);
  });

  test('behavior: 4 MB are 413 or a closed line, and the server lives on', async () => {
    const { handler } = makeHandler();
    const url = await start(handler);
    const status = await fetch(url, { method: 'POST', body: new Uint8Array(4 * 1024 * 1024) }).then(
      (response) => response.status,
      () => 'closed',
    );
    expect([413, 'closed']).toContain(status);
    expect((await fetch(`${url}?${handshake}`)).status).toBe(200);
  });
});

test('behavior: repeated signature headers are refused over HTTP', async () => {
  const { handler } = makeHandler();
  const url = await listen(createServer(toNodeListener(handler)));
  const signature = await signPayload(appSecret, text);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const request = httpRequest(url, {
      method: 'POST',
      headers: { 'X-Hub-Signature-256': [signature, signature] },
    });
    request.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
    request.end(text);
  });
  expect(status).toBe(401);
});

test('behavior: a client that hangs up half-way troubles nobody', async () => {
  const traces: unknown[] = [];
  const note = (trace: unknown): void => void traces.push(trace);
  subscribe('wabakit:webhook', note);
  const { handler, errors } = makeHandler();
  const url = await listen(createServer(toNodeListener(handler)));
  const request = httpRequest(url, { method: 'POST', headers: { 'content-length': '1000' } });
  request.on('error', () => undefined).write('half', () => setTimeout(() => request.destroy(), 20));
  await vi.waitFor(() => expect(traces).toMatchObject([{ status: 400, reason: 'body_truncated' }]));
  unsubscribe('wabakit:webhook', note);
  expect(errors).toEqual([]);
  expect((await fetch(`${url}?${handshake}`)).status).toBe(200);
});

test('behavior: Fastify keeps its parsers outside the plugin', async () => {
  const { handler } = makeHandler();
  const app = fastify();
  await app.register(toFastify(handler), { url: '/webhooks' });
  app.post('/other', (request) => ({ got: request.body }));
  const reply = await app.inject({ method: 'POST', url: '/other', payload: { a: 1 } });
  expect(reply.json()).toEqual({ got: { a: 1 } });
});

test('error: express.json() before the webhook is named with its cure', async () => {
  const { handler, errors } = makeHandler();
  const app = express();
  app.use(express.json());
  app.all('/webhooks', toExpress(handler));
  const url = await listen(createServer(app));
  const headers = {
    'content-type': 'application/json',
    'x-hub-signature-256': await signPayload(appSecret, text),
  };
  const response = await fetch(url, { method: 'POST', body: text, headers });
  expect([response.status, await response.text()]).toEqual([
    500,
    'The webhook body was parsed before it reached wabakit: its signature can only be checked on the raw bytes.',
  ]);
  expect(errors.map(String)).toEqual([expect.stringContaining('Express: mount the webhook route before')]);
});

test('error: a Hono middleware that read the body is named with its cure', async () => {
  const { handler, errors } = makeHandler();
  const app = new Hono();
  app.use(async (context, next) => {
    await context.req.raw.json();
    await next();
  });
  app.all('/webhooks', toHono(handler));
  const response = await app.request(await signedRequest(text));
  expect(response.status).toBe(500);
  expect(errors.map(String)).toEqual([expect.stringContaining('Hono: do not read the body in a middleware')]);
});

/** Requests whose body something has parsed or read before. */
const spoiled: readonly [
  name: string,
  send: (handler: WebhookHandler) => Promise<unknown>,
  advice: string,
][] = [
  [
    'toNodeListener',
    async (handler) => {
      const url = await listen(
        createServer((request, response) => {
          toNodeListener(handler)(Object.assign(request, { body: { parsed: true } }), response);
        }),
      );
      await fetch(url, { method: 'POST', body: text });
    },
    'node:http: pass the request before anything reads it, or pass the bytes that you read as request.rawBody.',
  ],
  [
    'toFastify',
    async (handler) => {
      const app = fastify();
      app.addHook('onRequest', async ({ raw }) => {
        for await (const chunk of raw) expect(chunk).toBeDefined();
      });
      await app.register(toFastify(handler), { url: '/webhooks' });
      closers.push(() => app.close());
      await fetch(`${await app.listen({ port: 0, host: '127.0.0.1' })}/webhooks`, {
        method: 'POST',
        body: text,
      });
    },
    'Fastify: register the webhook with app.register(toFastify(handler), { url }): that plugin parses no body.',
  ],
  [
    'toLambda',
    (handler) =>
      // @ts-expect-error a body that something has parsed
      toLambda(handler)({ httpMethod: 'POST', path: '/', body: { parsed: true } }),
    'AWS Lambda: pass the event as it comes, with its body as text and isBase64Encoded.',
  ],
  [
    'toNextRoute',
    async (handler) => {
      const request = await signedRequest(text);
      await request.json();
      await toNextRoute(handler).POST(request);
    },
    'Next.js: export the handler from an app/ route (route.ts); in pages/api set config.api.bodyParser to false.',
  ],
  [
    'toFetch',
    async (handler) => {
      const request = await signedRequest(text);
      await request.json();
      await toFetch(handler)(request);
    },
    'Pass the Request before anything reads it, or request.clone().',
  ],
];

test.each(spoiled)(
  'error: a body that was read before %s is named with its cure, once',
  async (_name, send, advice) => {
    const { handler, errors } = makeHandler();
    await send(handler);
    await send(handler);
    expect(errors).toHaveLength(1);
    expect(String(errors[0])).toContain(advice);
  },
);

test('behavior: one gigabyte streamed in raises memory by at most 16 MB', async () => {
  const { handler } = makeHandler();
  const url = await listen(createServer(toNodeListener(handler)));
  const chunk = new Uint8Array(1024 * 1024);
  const before = process.memoryUsage();
  let peak = 0;
  let sent = 0;
  const outcome = await new Promise<string>((resolve) => {
    const request = httpRequest(url, { method: 'POST' });
    request.on('response', (response) => resolve(String(response.resume().statusCode)));
    request.on('error', () => resolve('closed'));
    const push = (): void => {
      const { rss } = process.memoryUsage();
      peak = Math.max(peak, rss - before.rss);
      sent += 1;
      if (sent > 1024) request.end();
      else if (!request.destroyed) request.write(chunk, push);
    };
    push();
  });
  expect(['413', 'closed']).toContain(outcome);
  expect(peak).toBeLessThanOrEqual(16 * 1024 * 1024);
});

test('behavior: Bun.serve and Deno.serve get a function of the request alone', async () => {
  const { handler, seen } = makeHandler();
  const serveFetch: (request: Request, info: { readonly waitUntil: string }) => Promise<Response> =
    toFetch(handler);
  expect((await serveFetch(await signedRequest(text), { waitUntil: 'not a function' })).status).toBe(200);
  await handler.drain();
  expect(seen).toHaveLength(1);
});

test('behavior: a Next.js route answers GET and POST and keeps its function alive', async () => {
  const { handler, seen } = makeHandler();
  const after = vi.fn<(work: Promise<unknown>) => void>();
  const { GET, POST } = toNextRoute(handler, after);
  expect((await POST(await signedRequest(text))).status).toBe(200);
  expect(await (await GET(new Request(`https://shop.example/?${handshake}`))).text()).toBe('42');
  expect(after).toHaveBeenCalledOnce();
  await after.mock.calls[0]?.[0];
  expect(seen).toHaveLength(1);
});

test('behavior: a function is not kept alive for handlers that have returned already', async () => {
  const seen: string[] = [];
  const handler = createWebhookHandler({
    appSecret,
    verifyToken,
    on: { message: (event) => void seen.push(event.type) },
  });
  const after = vi.fn<(work: Promise<unknown>) => void>();
  const send = async () => toNextRoute(handler, after).POST(await signedRequest(text));
  expect((await send()).status).toBe(200);
  expect(seen).toEqual(['text']);
  expect(after).not.toHaveBeenCalled();
});

test('behavior: a Worker makes its handler from the first environment and waits for the work', async () => {
  const { handler, seen } = makeHandler();
  const make = vi.fn((env: { readonly secret: string }) =>
    env.secret === appSecret ? handler : makeHandler().handler,
  );
  const worker = toWorker(make);
  const works: Promise<unknown>[] = [];
  const context = {
    waitUntil(work: Promise<unknown>) {
      expect(this).toBe(context);
      works.push(work);
    },
  };
  const send = async () => worker.fetch(await signedRequest(text), { secret: appSecret }, context);
  expect([(await send()).status, (await send()).status]).toEqual([200, 200]);
  await Promise.all(works);
  expect(make).toHaveBeenCalledOnce();
  expect(works).toHaveLength(2);
  expect(seen).toHaveLength(2);
});

describe('AWS Lambda', () => {
  const postEvent = async (): Promise<LambdaEvent> => ({
    rawPath: '/webhooks',
    rawQueryString: '',
    requestContext: { http: { method: 'POST' } },
    headers: { 'x-hub-signature-256': await signPayload(appSecret, text) },
    body: text,
    isBase64Encoded: false,
  });

  test('behavior: text and base64 bodies are taken, and the answer waits for the handlers', async () => {
    const { handler, seen } = makeHandler();
    const lambda = toLambda(handler);
    const event = await postEvent();
    const encoded = { ...event, body: Buffer.from(text).toString('base64'), isBase64Encoded: true };
    for (const one of [event, encoded])
      expect(await lambda(one)).toEqual({
        statusCode: 200,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
        body: 'OK',
      });
    expect(seen).toHaveLength(2);
    expect((await lambda({ ...encoded, isBase64Encoded: false })).statusCode).toBe(401);
    expect((await lambda({ ...event, headers: null })).statusCode).toBe(401);
    expect((await lambda({ ...event, body: undefined })).statusCode).toBe(401);
  });

  test('behavior: the handshake comes in each version of the payload', async () => {
    const lambda = toLambda(makeHandler().handler);
    const parameters = Object.fromEntries(new URLSearchParams(handshake));
    const lists = Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, [value]]));
    const events: LambdaEvent[] = [
      { rawPath: '/', rawQueryString: handshake, requestContext: { http: { method: 'GET' } } },
      { httpMethod: 'GET', path: '/', queryStringParameters: parameters },
      {
        httpMethod: 'GET',
        path: '/',
        queryStringParameters: parameters,
        multiValueQueryStringParameters: lists,
      },
    ];
    for (const event of events) expect(await lambda(event)).toMatchObject({ statusCode: 200, body: '42' });
    const repeated = { ...lists, 'hub.challenge': ['1', '2'] };
    expect(
      await lambda({ httpMethod: 'GET', path: '/', multiValueQueryStringParameters: repeated }),
    ).toMatchObject({ statusCode: 400 });
  });

  test('error: a parsed body is named with its cure', async () => {
    const { handler, errors } = makeHandler();
    const body: unknown = JSON.parse(text);
    expect((await toLambda(handler)({ ...(await postEvent()), body: body as string })).statusCode).toBe(500);
    expect(String(errors[0])).toContain('AWS Lambda: ');
  });
});
