import express, { type RequestHandler as Middleware } from 'express';
import fastify from 'fastify';
import { type IncomingMessage, type ServerResponse, createServer, request as httpRequest } from 'node:http';
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type LambdaEvent,
  type NodeListener,
  type WebhookHandlerOptions,
  createWebhookHandler,
  isWebhookError,
  signPayload,
  toExpress,
  toFastify,
  toFetch,
  toLambda,
  toNodeListener,
  verifySignature,
} from 'wabakit/webhooks';
import { verifyFlowTokenSignature } from 'wabakit/flows';
import { promise, report, rounds } from './promise.ts';

const appSecret = 'a secret of the app';
const verifyToken = 'a token: to verify & compare';
const text = JSON.stringify({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [
        {
          field: 'messages',
          value: {
            metadata: { phone_number_id: '2', display_phone_number: '3' },
            messages: [
              { id: 'wamid.1', from: '4', timestamp: '1', type: 'text', text: { body: 'Grüße 👋' } },
            ],
          },
        },
      ],
    },
  ],
});
const signature = await signPayload(appSecret, text);
const handshake = `hub.mode=subscribe&hub.challenge=4%202&hub.verify_token=${encodeURIComponent(verifyToken)}`;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function makeHandler(options: Partial<WebhookHandlerOptions> = {}) {
  const seen: string[] = [];
  const errors: string[] = [];
  const handler = createWebhookHandler({
    appSecret,
    verifyToken,
    on: { message: (event) => void seen.push(event.type === 'text' ? event.text.body : event.type) },
    onError: (error) => void errors.push(isWebhookError(error) ? error.message : String(error)),
    ...options,
  });
  return { handler, seen, errors };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
}

const listenHttp = (listener: (request: IncomingMessage, response: ServerResponse) => unknown) =>
  listen(createServer(listener));

const post = (url: string, headers: Record<string, string> = { 'x-hub-signature-256': signature }) =>
  fetch(url, { method: 'POST', body: text, headers: { connection: 'close', ...headers } });

/** Notes what would have ended the process. */
function watchProcess() {
  const crashes: unknown[] = [];
  const note = (error: unknown): void => void crashes.push(error);
  process.on('uncaughtException', note).on('unhandledRejection', note);
  closers.push(() => process.off('uncaughtException', note).off('unhandledRejection', note));
  return crashes;
}

/** What may have happened to a response before the handler answers. */
const spoilers: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  'a middleware has answered': (_request, response) => void response.writeHead(503).end('too late'),
  'a middleware has begun to answer': (_request, response) => void response.writeHead(503).flushHeaders(),
  'the response is destroyed': (_request, response) => void response.destroy(),
  'the connection is destroyed': (request) => void request.socket.destroy(),
};

test(promise('response-lost', '0 crashes, 1 report for each of 4 causes'), async () => {
  const crashes = watchProcess();
  const times = rounds(3, 50);
  for (const [name, spoil] of Object.entries(spoilers)) {
    const { handler, seen, errors } = makeHandler();
    const listener = toNodeListener(handler);
    const url = await listenHttp((request, response) => {
      // The response is lost while the body is on its way.
      request.once('end', () => spoil(request, response));
      listener(request, response);
      setTimeout(() => response.destroy(), 500);
    });
    for (let index = 0; index < times; index += 1)
      await post(url).then(
        (response) => response.text().catch(() => ''),
        () => '',
      );
    await vi.waitFor(() => expect([name, seen.length]).toEqual([name, times]));
    await vi.waitFor(() => expect([name, errors.length]).toEqual([name, 1]));
    expect(errors[0]).toContain('The response was sent or closed before wabakit could answer.');
    expect(errors[0]).toContain(name.startsWith('a middleware') ? 'A middleware has answered' : 'closed');
  }
  expect(crashes).toEqual([]);
  report(
    `${Object.keys(spoilers).length * times} lost responses: ${crashes.length} crashes, 1 report per cause`,
  );
});

test('behavior: a time limit of Express that answers first is reported, and the events are handled', async () => {
  const { handler, seen, errors } = makeHandler({
    appSecret: () => new Promise((resolve) => setTimeout(() => resolve(appSecret), 60)),
  });
  const limit: Middleware = (_request, response, next) => {
    setTimeout(() => response.headersSent || response.status(503).send('timed out'), 20);
    next();
  };
  const app = express();
  app.all('/webhooks', limit, toExpress(handler));
  const response = await post(await listen(createServer(app)));
  expect([response.status, await response.text()]).toEqual([503, 'timed out']);
  await vi.waitFor(() => expect(seen).toEqual(['Grüße 👋']));
  expect(errors).toEqual([expect.stringContaining('A middleware has answered')]);
});

describe('node:http2', () => {
  async function askHttp2(url: string, headers: Record<string, string>, body = '') {
    const session = connectHttp2(new URL(url).origin);
    const stream = session.request({ ':path': new URL(url).pathname + new URL(url).search, ...headers });
    stream.on('error', () => undefined);
    const answered = new Promise<{ status: number; body: string }>((resolve, reject) => {
      let received = '';
      stream.on('response', (head) => {
        stream
          .setEncoding('utf8')
          .on('data', (part: string) => (received += part))
          .on('close', () => resolve({ status: Number(head[':status']), body: received }));
      });
      session.on('error', reject);
    });
    if (body !== '') stream.end(body);
    return answered.finally(() => session.close());
  }

  test(promise('http2', '200 with a secret by function, which gets the host'), async () => {
    const hosts: (string | null)[] = [];
    const { handler, seen, errors } = makeHandler({
      appSecret: ({ url, headers }) => {
        hosts.push(headers.get('host'), url.pathname);
        return appSecret;
      },
    });
    const listener: NodeListener = toNodeListener(handler);
    const url = await listen(createHttp2Server((request, response) => listener(request, response)));
    const signed = { ':method': 'POST', 'x-hub-signature-256': signature };
    expect(await askHttp2(url, signed, text)).toEqual({ status: 200, body: 'OK' });
    expect((await askHttp2(url, { ':method': 'POST' }, text)).status).toBe(401);
    expect(await askHttp2(`${url}?${handshake}`, {})).toEqual({ status: 200, body: '4 2' });
    await handler.drain();
    expect(seen).toEqual(['Grüße 👋']);
    expect(hosts.slice(0, 2)).toEqual([new URL(url).host, '/webhooks']);
    expect(errors).toEqual([expect.stringContaining('X-Hub-Signature-256 is missing')]);
    report('HTTP/2: webhook 200, without a signature 401, handshake 200');
  });

  test('behavior: a body that is too large or too slow ends its stream and not the session', async () => {
    const { handler } = makeHandler({ maxBytes: 1000, bodyTimeout: 100 });
    const url = await listen(createHttp2Server(toNodeListener(handler)));
    const session = connectHttp2(new URL(url).origin);
    const send = (head: Record<string, string>, part: string) =>
      new Promise<number>((resolve) => {
        const stream = session.request({ ':method': 'POST', ':path': '/webhooks', ...head });
        let status = 0;
        stream.on('response', (answer) => (status = Number(answer[':status'])));
        stream
          .on('error', () => undefined)
          .on('close', () => resolve(status))
          .resume();
        stream.write(part);
      });
    expect(await send({ 'content-length': '4000000' }, 'a')).toBe(413);
    expect(await send({}, 'a'.repeat(2000))).toBe(413);
    expect(await send({}, 'a')).toBe(408);
    session.close();
  });
});

describe('repeated headers', () => {
  const twice = (url: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const headers = { 'X-Hub-Signature-256': [signature, signature], connection: 'close' };
      const request = httpRequest(url, { method: 'POST', headers });
      request.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
      request.end(text);
    });

  test('behavior: node:http, Express and Fastify refuse two signatures', async () => {
    const { handler, seen } = makeHandler();
    const app = express();
    app.all('/webhooks', toExpress(handler));
    const fast = fastify();
    await fast.register(toFastify(handler), { url: '/webhooks' });
    closers.push(() => fast.close());
    await fast.listen({ port: 0, host: '127.0.0.1' });
    const urls = [
      await listenHttp(toNodeListener(handler)),
      await listen(createServer(app)),
      `http://127.0.0.1:${(fast.server.address() as AddressInfo).port}/webhooks`,
    ];
    expect(await Promise.all(urls.map(twice))).toEqual([401, 401, 401]);
    expect(seen).toEqual([]);
  });

  test('behavior: a middleware that makes lists of all headers takes nothing away', async () => {
    const { handler, seen } = makeHandler({
      appSecret: ({ headers }) => (headers.get('x-tenant') === 'a' ? appSecret : undefined),
    });
    const listener = toNodeListener(handler);
    const url = await listenHttp((request, response) => {
      const lists = Object.entries(request.headers).map(([name, value]) => [name, [value].flat()]);
      Object.defineProperty(request, 'headers', { value: Object.fromEntries(lists) as object });
      listener(request, response);
    });
    expect((await post(url, { 'x-hub-signature-256': signature, 'x-tenant': 'a' })).status).toBe(200);
    await handler.drain();
    expect(seen).toHaveLength(1);
  });

  test('behavior: a list is no signature, of whatever length', async () => {
    const lists = [[signature], [signature, signature], Array.from({ length: 71 }, () => 'a'), []];
    const checks = lists.map((one) => verifySignature({ appSecret, body: text, signature: one }));
    expect(await Promise.all(checks)).toEqual([false, false, false, false]);
    const odd: unknown[] = [7, 2 ** 53, true, {}, ['a.b.c'], null, undefined, ''];
    const tokens = odd.map((one) =>
      verifyFlowTokenSignature({ appSecret, flowToken: 't', signature: one as string }),
    );
    expect(await Promise.all(tokens)).toEqual(odd.map(() => false));
  });
});

describe('AWS Lambda', () => {
  const elb = { requestContext: { elb: { targetGroupArn: 'arn:aws:elasticloadbalancing:…' } } };
  const signed = { 'x-hub-signature-256': signature };
  const lists = (given: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value]]));
  // As the load balancer passes it: every value still encoded.
  const query = Object.fromEntries(handshake.split('&').map((pair) => pair.split('=') as [string, string]));
  const base64 = { body: Buffer.from(text).toString('base64'), isBase64Encoded: true };
  const events: Readonly<Record<string, LambdaEvent>> = {
    'API Gateway 1': {
      httpMethod: 'POST',
      path: '/',
      headers: signed,
      multiValueHeaders: lists(signed),
      body: text,
    },
    'API Gateway 2': {
      requestContext: { http: { method: 'POST' } },
      rawPath: '/',
      headers: signed,
      body: text,
    },
    'load balancer': { ...elb, httpMethod: 'POST', path: '/', headers: signed, body: text },
    'load balancer, base64': { ...elb, httpMethod: 'POST', path: '/', headers: signed, ...base64 },
    'load balancer, lists': {
      ...elb,
      httpMethod: 'POST',
      path: '/',
      multiValueHeaders: lists(signed),
      body: text,
    },
    'load balancer, lists, base64': {
      ...elb,
      httpMethod: 'POST',
      path: '/',
      multiValueHeaders: lists({ 'X-Hub-Signature-256': signature }),
      ...base64,
    },
  };

  test(promise('lambda', '6 of 6 kinds of events accepted'), async () => {
    const { handler, seen, errors } = makeHandler();
    const lambda = toLambda(handler);
    const statuses = await Promise.all(
      Object.values(events).map(async (one) => (await lambda(one)).statusCode),
    );
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200]);
    expect(seen).toHaveLength(6);
    expect(errors).toEqual([]);
    report(`${seen.length} of 6 kinds of Lambda events accepted`);
  });

  test('behavior: a load balancer gets what it reads, as lists if it sent lists', async () => {
    const lambda = toLambda(makeHandler().handler);
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
    const single = {
      statusCode: 200,
      statusDescription: '200 OK',
      headers,
      body: 'OK',
      isBase64Encoded: false,
    };
    expect(await lambda(events['load balancer'] ?? {})).toEqual(single);
    expect(await lambda(events['load balancer, lists'] ?? {})).toEqual({
      ...single,
      multiValueHeaders: {
        'content-type': ['text/plain; charset=utf-8'],
        'x-content-type-options': ['nosniff'],
      },
    });
    const refused = await lambda({ ...events['load balancer, lists'], multiValueHeaders: {} });
    expect(refused).toMatchObject({ statusCode: 401, statusDescription: '401 Unauthorized' });
    expect(await lambda(events['API Gateway 1'] ?? {})).toEqual({ statusCode: 200, headers, body: 'OK' });
  });

  test('behavior: the query of a load balancer is decoded once, and a repeated key is refused', async () => {
    const lambda = toLambda(makeHandler().handler);
    const get = { ...elb, httpMethod: 'GET', path: '/' };
    expect(await lambda({ ...get, queryStringParameters: query })).toMatchObject({
      statusCode: 200,
      body: '4 2',
    });
    const many = { ...get, multiValueHeaders: {}, multiValueQueryStringParameters: lists(query) };
    expect(await lambda(many)).toMatchObject({ statusCode: 200, body: '4 2' });
    const encoded = Object.fromEntries(
      Object.entries(query).map(([key, value]) => [key.replace('.', '%2E'), value]),
    );
    expect(await lambda({ ...get, queryStringParameters: encoded })).toMatchObject({
      statusCode: 200,
      body: '4 2',
    });
    const twice = { ...many.multiValueQueryStringParameters, 'hub.challenge': ['1', '2'] };
    expect(await lambda({ ...many, multiValueQueryStringParameters: twice })).toMatchObject({
      statusCode: 400,
    });
  });

  test('behavior: two signatures in a list are refused', async () => {
    const event = {
      ...events['load balancer, lists'],
      multiValueHeaders: { 'x-hub-signature-256': [signature, signature] },
    };
    expect((await toLambda(makeHandler().handler)(event)).statusCode).toBe(401);
  });
});

describe('a body that something holds or has decoded', () => {
  test('error: a locked body is named with its cure', async () => {
    const { handler, errors } = makeHandler();
    const request = new Request('https://shop.example/', {
      method: 'POST',
      body: text,
      headers: { 'x-hub-signature-256': signature },
    });
    const reader = request.body?.getReader();
    expect((await toFetch(handler)(request)).status).toBe(500);
    expect(errors).toEqual([expect.stringContaining('Pass the Request before anything reads it')]);
    reader?.releaseLock();
  });

  test.each<[string, (request: IncomingMessage) => unknown]>([
    [
      'was read, with request.body = null',
      async (request) => {
        for await (const chunk of request) expect(chunk).toBeDefined();
        Object.assign(request, { body: null });
      },
    ],
    ['is decoded as latin1', (request) => request.setEncoding('latin1')],
    ['is decoded as hex', (request) => request.setEncoding('hex')],
  ])('error: a body that %s is named with its cure', async (_name, spoil) => {
    const { handler, errors } = makeHandler();
    const listener = toNodeListener(handler);
    const url = await listenHttp(async (request, response) => {
      await spoil(request);
      listener(request, response);
    });
    expect((await post(url)).status).toBe(500);
    expect(errors).toEqual([expect.stringContaining('node:http: pass the request before anything reads it')]);
  });

  test.each<[string, (request: IncomingMessage) => unknown]>([
    ['has request.body = null and was not read', (request) => Object.assign(request, { body: null })],
    ['is decoded as UTF-8', (request) => request.setEncoding('utf8')],
  ])('behavior: a body that %s is accepted', async (_name, spoil) => {
    const { handler, seen } = makeHandler();
    const listener = toNodeListener(handler);
    const url = await listenHttp((request, response) => {
      spoil(request);
      listener(request, response);
    });
    expect((await post(url)).status).toBe(200);
    await handler.drain();
    expect(seen).toEqual(['Grüße 👋']);
  });
});
