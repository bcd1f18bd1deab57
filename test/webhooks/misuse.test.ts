import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { isUsageError } from 'wabakit';
import {
  createWebhookHandler,
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

const handler = createWebhookHandler({ appSecret, verifyToken });
const url = 'https://shop.example/webhooks?hub.mode=subscribe&hub.challenge=42&hub.verify_token=x';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () => new Promise((resolve) => server.close(resolve)),
    () => server.closeAllConnections(),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
}

/** Answers 500 to every error of an app and keeps it as text. Express knows such a function by its four parameters. */
function reportErrors(app: express.Express, errors: string[]): void {
  app.use(
    (error: unknown, _request: express.Request, response: express.Response, next: express.NextFunction) => {
      errors.push(String(error));
      if (response.headersSent) next(error);
      else response.sendStatus(500);
    },
  );
}

/** Calls a function as JavaScript does, without its types. */
const call = (fn: object, ...args: readonly unknown[]): unknown => {
  const result: unknown = typeof fn === 'function' ? Reflect.apply(fn, undefined, args) : undefined;
  return result;
};

/** Returns the message of the UsageError that a function throws or rejects with. */
async function getMessage(fn: object, ...args: readonly unknown[]): Promise<string> {
  try {
    await call(fn, ...args);
  } catch (error) {
    if (isUsageError(error)) return error.message;
    throw error;
  }
  return 'no error';
}

const optionsSummary = 'createWebhookHandler cannot use these options.';

describe('options', () => {
  const good = { appSecret, verifyToken };
  test.each([
    [
      [],
      [
        'appSecret is missing or empty: set its environment variable, or give a function: () => process.env.NAME',
        'verifyToken is missing or empty: set its environment variable, or give a function: () => process.env.NAME',
      ],
    ],
    [
      [{}],
      [
        'appSecret is missing or empty: set its environment variable, or give a function: () => process.env.NAME',
        'verifyToken is missing or empty: set its environment variable, or give a function: () => process.env.NAME',
      ],
    ],
    [[{ ...good, apSecret: 'x' }], ['apSecret is not an option; did you mean appSecret?']],
    [[{ ...good, maxbytes: 1 }], ['maxbytes is not an option; did you mean maxBytes?']],
    [[{ ...good, error: () => undefined }], ['error is not an option; did you mean onError?']],
    [
      [{ ...good, inbox: {} }],
      [
        'inbox is not an option; they are appSecret, verifyToken, tenant, on, acknowledge, dedupe, leaseMs, handlerTimeout, serializeBy, identities, queue, recorder, onError, logger, consentWords, maxBytes, bodyTimeout',
      ],
    ],
    [[{ ...good, on: { messages: () => 1 } }], ['on.messages is not a kind of event; did you mean message?']],
    [[{ ...good, on: { mesage: () => 1 } }], ['on.mesage is not a kind of event; did you mean message?']],
    [[{ ...good, on: { reaction: () => 1 } }], [expect.stringContaining('they are any, message, status')]],
    [[{ ...good, on: { message: 'print' } }], ['on.message should be a function']],
    [[{ ...good, on: () => undefined }], ['on should be an object']],
    [[{ ...good, on: null }], ['on should be an object']],
    [[{ ...good, acknowledge: 'handled' }], ["acknowledge should be 'received' or 'processed'"]],
    [[{ ...good, serializeBy: 'number' }], ["serializeBy should be 'user'"]],
    [
      [{ ...good, dedupe: new Set() }],
      ['dedupe should be an object with the methods acquire, renew, commit, release'],
    ],
    [[{ ...good, queue: [] }], ['queue should be an object with the methods enqueue']],
    [[{ ...good, recorder: './recordings' }], ['recorder should be an object with the methods record']],
    [[{ ...good, logger: console.log }], ['logger should be an object with the methods debug, warn, error']],
    [[{ ...good, onError: 'log' }], ['onError should be a function']],
    [
      [{ ...good, handlerTimeout: Infinity, leaseMs: 0 }],
      [
        'handlerTimeout should be a number of milliseconds above 0 and below 2 ** 31',
        'leaseMs should be a number of milliseconds above 0 and below 2 ** 31',
      ],
    ],
    [[{ ...good, maxBytes: '1mb' }], ['maxBytes should be a number of bytes above 0']],
    [
      [{ ...good, bodyTimeout: Number.POSITIVE_INFINITY }],
      ['bodyTimeout should be a number of milliseconds above 0 and below 2 ** 31'],
    ],
    [[{ ...good, tenant: 'shop-7' }], ['tenant should be a function']],
  ])('error: %j names the option and the fix', (args, issues) => {
    try {
      call(createWebhookHandler, ...args);
    } catch (error) {
      if (!isUsageError(error)) throw error;
      expect(error.summary).toBe(optionsSummary);
      expect(error.issues.map(({ path, message }) => `${path} ${message}`)).toEqual(issues);
      return;
    }
    throw new Error('nothing was thrown');
  });

  test('behavior: options that are undefined are left out', async () => {
    const options = { ...good, on: { message: undefined }, queue: undefined, maxBytes: undefined };
    const response = await createWebhookHandler(options)(await signedRequest(messagesBody(textMessage('a'))));
    expect(response.status).toBe(200);
  });
});

const adapters = { toExpress, toFastify, toFetch, toHono, toLambda, toNextRoute, toNodeListener };

test.each(Object.entries(adapters))(
  'error: %s refuses what is not a webhook handler',
  async (name, adapter) => {
    const message = [
      `${name} needs a webhook handler or a Flow endpoint.`,
      '  handler is neither; pass what createWebhookHandler or createFlowEndpoint returns',
    ].join('\n');
    for (const wrong of [undefined, { appSecret, verifyToken }, () => undefined])
      expect(await getMessage(adapter, wrong)).toBe(message);
  },
);

test('error: toWorker refuses a function that returns no webhook handler', async () => {
  const worker = toWorker(() => handler);
  expect((await worker.fetch(new Request(url), {}, { waitUntil: () => undefined })).status).toBe(403);
  // @ts-expect-error options are not a handler
  const broken = toWorker(() => ({ appSecret }));
  expect(await getMessage(broken.fetch, new Request(url), {}, {})).toContain(
    'toWorker needs a webhook handler or a Flow endpoint.',
  );
});

describe('the handler itself on another server', () => {
  test('error: Express reports that toExpress is missing', async () => {
    const errors: string[] = [];
    const app = express();
    // @ts-expect-error the handler takes a Fetch Request
    app.all('/webhooks', handler);
    reportErrors(app, errors);
    expect((await fetch(await listen(createServer(app)))).status).toBe(500);
    expect(errors).toEqual([
      'UsageError: handler was called by Express.\n  handler cannot be used here; use toExpress(handler)',
    ]);
  });

  test('error: node:http reports that toNodeListener is missing', async () => {
    const messages: string[] = [];
    const server = createServer((request, response) => {
      void getMessage(handler, request, response).then((message) => {
        messages.push(message);
        response.writeHead(500).end();
      });
    });
    expect((await fetch(await listen(server))).status).toBe(500);
    expect(messages).toEqual([
      'handler was called by node:http.\n  handler cannot be used here; use toNodeListener(handler)',
    ]);
  });

  test('error: Fastify reports that toFastify is missing, as a plugin and as a route', async () => {
    const app = fastify();
    closers.push(() => app.close());
    // @ts-expect-error the handler takes a Fetch Request
    await expect(app.register(handler)).rejects.toThrow('use app.register(toFastify(handler), { url })');
    const other = fastify();
    closers.push(() => other.close());
    // @ts-expect-error the handler takes a Fetch Request
    other.get('/webhooks', handler);
    const reply = await other.inject({ url: '/webhooks' });
    expect([reply.statusCode, reply.json<{ message: string }>().message]).toEqual([
      500,
      expect.stringContaining('use app.register(toFastify(handler), { url })'),
    ]);
  });

  test('error: Hono reports that toHono is missing', async () => {
    const errors: string[] = [];
    const app = new Hono();
    // @ts-expect-error the handler takes a Fetch Request
    app.all('/webhooks', handler);
    app.onError((error, context) => {
      errors.push(error.message);
      return context.text('failed', 500);
    });
    expect((await app.request('/webhooks')).status).toBe(500);
    expect(errors).toEqual([
      'handler was called by Hono.\n  handler cannot be used here; use toHono(handler)',
    ]);
  });

  test.each([
    ['an event of Lambda', { rawPath: '/', requestContext: {}, headers: {} }, 'use toLambda(handler)'],
    ['a URL', url, 'use the adapter of your server, such as toExpress(handler)'],
    ['nothing', undefined, 'use the adapter of your server, such as toExpress(handler)'],
  ])('error: %s is refused with what to do', async (_name, value, advice) => {
    expect(await getMessage(handler, value)).toContain(advice);
    expect(await getMessage(toFetch(handler), value)).toContain(advice);
    expect(await getMessage(toNextRoute(handler).POST, value)).toContain(advice);
  });
});

describe('an adapter on another server', () => {
  const fix = 'pass the handler itself, or use toFetch, toNextRoute or toWorker';

  test.each(Object.entries({ toNodeListener, toExpress }))(
    'error: %s called with a Fetch Request names the Fetch adapters',
    async (name, adapter) => {
      expect(await getMessage(adapter(handler), await signedRequest('{}'))).toBe(
        `${name} was called with a Fetch Request.\n  ${name} cannot be used here; ${fix}`,
      );
    },
  );

  test('error: toLambda, toHono and toFastify called with a Fetch Request name the Fetch adapters', async () => {
    for (const adapter of [toLambda, toHono, toFastify])
      expect(await getMessage(adapter(handler), new Request(url), {}, () => undefined)).toContain(fix);
  });

  test('error: toNodeListener on Hono and on Fastify names their adapters', async () => {
    const errors: string[] = [];
    const app = new Hono();
    // @ts-expect-error the listener takes a request of node:http
    app.all('/webhooks', toNodeListener(handler));
    app.onError((error, context) => {
      errors.push(error.message);
      return context.text('failed', 500);
    });
    expect((await app.request('/webhooks')).status).toBe(500);
    const other = fastify();
    closers.push(() => other.close());
    // @ts-expect-error the listener takes a request of node:http
    other.get('/webhooks', toNodeListener(handler));
    errors.push((await other.inject({ url: '/webhooks' })).json<{ message: string }>().message);
    expect(errors).toEqual([
      expect.stringContaining('use toHono(handler)'),
      expect.stringContaining('use app.register(toFastify(handler), { url })'),
    ]);
  });

  test('error: toHono, toLambda and toFetch on Express name toExpress', async () => {
    const errors: string[] = [];
    const app = express();
    app.get('/hono', toHono(handler));
    app.get('/lambda', toLambda(handler));
    app.get('/fetch', toFetch(handler));
    reportErrors(app, errors);
    const root = await listen(createServer(app));
    for (const path of ['/hono', '/lambda', '/fetch'])
      expect((await fetch(new URL(path, root))).status).toBe(500);
    expect(errors).toHaveLength(3);
    for (const error of errors) expect(error).toContain('use toExpress(handler)');
  });
});
