import { createIdentities } from 'wabakit/contacts';
import { describe, expect, test, vi } from 'vitest';
import {
  type IdempotencyStore,
  type ReceivedWebhook,
  type WebhookCall,
  type WebhookEvent,
  type WebhookHandlerOptions,
  createWebhookHandler,
  eventKey,
  parseWebhook,
  signPayload,
} from 'wabakit/webhooks';
import { UsageError, isUsageError } from '../../src/errors/usage-error.ts';
import { appSecret, messagesBody, signedRequest, statusesBody, textMessage, verifyToken } from './helpers.ts';

const text = messagesBody(textMessage('wamid.1'));

function makeHandler(options: Partial<WebhookHandlerOptions> = {}) {
  const errors: unknown[] = [];
  const handler = createWebhookHandler({
    appSecret,
    verifyToken,
    onError: (error) => void errors.push(error),
    ...options,
  });
  return { handler, errors };
}

/** The same request as a call without the classes of the web. */
async function signedCall(body: string): Promise<WebhookCall> {
  const headers = { 'x-hub-signature-256': await signPayload(appSecret, body) };
  return { method: 'POST', url: '/webhooks', headers, body };
}

/** A promise and its resolver, to hold a handler up. */
function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

/** The smallest honest store: no time, one process. */
function memoryStore(): IdempotencyStore & { readonly states: Map<string, 'locked' | 'processed'> } {
  const states = new Map<string, 'locked' | 'processed'>();
  return {
    states,
    acquire: async (key) => {
      const state = states.get(key) ?? 'acquired';
      if (state === 'acquired') states.set(key, 'locked');
      return state;
    },
    renew: async () => true,
    commit: async (key) => states.set(key, 'processed').has(key),
    release: async (key) => void states.delete(key),
  };
}

test('default', async () => {
  const seen: string[] = [];
  const { handler, errors } = makeHandler({
    on: {
      message: (event) => seen.push(`message ${event.wamid} ${event.type}`),
      status: (event) => seen.push(`status ${event.status}`),
      any: (event) => seen.push(`any ${event.kind}`),
    },
  });
  const response = await handler(await signedRequest(text));
  await handler.drain();
  expect([response.status, await response.text()]).toEqual([200, 'OK']);
  expect(seen).toEqual(['message wamid.1 text', 'any message']);
  expect(errors).toEqual([]);
});

test('behavior: the handshake is answered', async () => {
  const { handler } = makeHandler();
  const url =
    'https://shop.example/webhooks?hub.mode=subscribe&hub.challenge=42&hub.verify_token=a+token+to+verify';
  const response = await handler(new Request(url));
  expect([response.status, await response.text()]).toEqual([200, '42']);
});

test('behavior: other methods are refused', async () => {
  const { handler } = makeHandler();
  for (const method of ['PUT', 'DELETE', 'HEAD', 'OPTIONS']) {
    const response = await handler(new Request('https://shop.example/webhooks', { method }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
  }
});

test('behavior: a bad or missing signature is 401 and no event', async () => {
  const any = vi.fn();
  const { handler, errors } = makeHandler({ on: { any } });
  const foreign = await signedRequest(text, { secret: 'foreign' });
  const unsigned = new Request('https://shop.example/webhooks', { method: 'POST', body: text });
  for (const request of [foreign, foreign.clone(), unsigned, unsigned.clone()]) {
    const response = await handler(request);
    expect([response.status, await response.text()]).toEqual([
      401,
      'The signature of the webhook does not match its body.',
    ]);
  }
  await handler.drain();
  expect(any).not.toHaveBeenCalled();
  // Each cause once, not each request.
  expect(errors).toMatchObject([
    {
      reason: 'bad_signature',
      message: expect.stringContaining('The app secret is of another app') as string,
    },
    {
      reason: 'bad_signature',
      message: expect.stringContaining('The header X-Hub-Signature-256 is missing') as string,
    },
  ]);
});

test('error: a wrong verify token and a missing app secret are reported once', async () => {
  const { handler, errors } = makeHandler({ appSecret: () => '' });
  const query = 'hub.mode=subscribe&hub.challenge=42&hub.verify_token=wrong';
  const ask = () => handler(new Request(`https://shop.example/webhooks?${query}`));
  const answers = [await ask(), await ask()];
  expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  expect(await answers[0]?.text()).toBe('The verify token is wrong.');
  for (let turn = 0; turn < 2; turn++) expect((await handler(await signedRequest(text))).status).toBe(401);
  expect(
    errors.map((error) => (error instanceof Error ? error.message.split('\n').slice(0, 2) : error)),
  ).toEqual([
    [
      'The verify token is wrong.',
      '  See https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint',
    ],
    [
      'No app secret is known for this webhook URL.',
      '  appSecret returned nothing: is its environment variable set?',
    ],
  ]);
});

test('behavior: signed but no JSON, or nested too deep, is 400', async () => {
  const { handler } = makeHandler();
  expect((await handler(await signedRequest('Hello'))).status).toBe(400);
  expect((await handler(await signedRequest(''))).status).toBe(400);
  expect((await handler(await signedRequest(`${'['.repeat(65)}${']'.repeat(65)}`))).status).toBe(400);
});

describe('cap', () => {
  test('behavior: a body over 3 MiB and a margin is 413 before its signature is looked at', async () => {
    const { handler } = makeHandler();
    const big = new Uint8Array(3 * 1024 * 1024 + 64 * 1024 + 1);
    const response = await handler(new Request('https://shop.example/', { method: 'POST', body: big }));
    expect(response.status).toBe(413);
    const full = new Uint8Array(3 * 1024 * 1024);
    expect((await handler(await signedRequest(full))).status).toBe(400);
  });

  test('behavior: a stream is counted as it comes, and left at the cap', async () => {
    const { handler } = makeHandler({ maxBytes: 1000 });
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          pulled += 1;
          controller.enqueue(new Uint8Array(100));
        },
      },
      { highWaterMark: 0 },
    );
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
    const response = await handler(new Request('https://shop.example/', init));
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThanOrEqual(12);
  });

  test('behavior: an announced length over the cap is refused unread', async () => {
    const { handler } = makeHandler({ maxBytes: 10 });
    const request = new Request('https://shop.example/', {
      method: 'POST',
      headers: { 'content-length': '11' },
    });
    expect((await handler(request)).status).toBe(413);
  });
});

describe('raw body', () => {
  test('error: a request that was read before is 500 and says so', async () => {
    const { handler, errors } = makeHandler();
    const request = await signedRequest(text);
    await request.json();
    expect((await handler(request, { bodyAdvice: 'Koa: put it first.' })).status).toBe(500);
    expect(errors).toEqual([expect.objectContaining({ name: 'WebhookError', reason: 'body_already_read' })]);
    expect(String(errors[0])).toContain('Koa: put it first.');
  });

  test.each([
    ['the advice of the adapter', 'Koa: put it first.', 'Koa: put it first.'],
    ['advice for a Request', undefined, 'request.clone()'],
  ])(
    'error: a body that was parsed is 500 each time and reported once, with %s',
    async (_name, bodyAdvice, advice) => {
      const { handler, errors } = makeHandler();
      const body: unknown = JSON.parse(text);
      for (let turn = 0; turn < 2; turn++) {
        const answer = await handler.handleRequest({ ...(await signedCall(text)), body, bodyAdvice });
        expect(answer.status).toBe(500);
      }
      expect(errors).toEqual([expect.objectContaining({ reason: 'body_parsed' })]);
      expect(String(errors[0])).toContain(advice);
    },
  );

  test('behavior: bytes, text and chunks of bytes are accepted', async () => {
    const { handler } = makeHandler();
    const bytes = new TextEncoder().encode(text);
    const chunks = async function* () {
      yield bytes.slice(0, 10);
      yield bytes.slice(10);
    };
    for (const body of [bytes, text, Buffer.from(text), chunks()])
      expect((await handler.handleRequest({ ...(await signedCall(text)), body })).status).toBe(200);
  });
});

describe('options', () => {
  test.each([
    [{ appSecret: '' }, 'appSecret'],
    [{ appSecret: [] }, 'appSecret'],
    [{ appSecret: ['good', ''] }, 'appSecret'],
    [{ appSecret: undefined }, 'appSecret'],
    [{ verifyToken: '' }, 'verifyToken'],
    [{ on: { messages: () => undefined } }, 'on.messages'],
    [{ on: { 'message.text': () => undefined } }, 'on.message.text'],
  ])('args: %j names the option', (options, path) => {
    const make = () => createWebhookHandler({ appSecret, verifyToken, ...options } as WebhookHandlerOptions);
    expect(make).toThrow(UsageError);
    try {
      make();
    } catch (error) {
      expect(isUsageError(error) && error.issues.map((issue) => issue.path)).toEqual([path]);
    }
  });

  test('behavior: secrets and tokens are found for the tenant of the URL', async () => {
    const secrets = new Map([
      ['/a', 'secret of a'],
      ['/b', 'secret of b'],
    ]);
    const { handler } = makeHandler({
      appSecret: ({ url }) => secrets.get(url.pathname),
      verifyToken: async ({ url, headers }) => `token of ${url.pathname} ${headers.get('x-tenant')}`,
    });
    const send = async (path: string, secret: string): Promise<number> =>
      (await handler(await signedRequest(text, { url: `https://shop.example${path}`, secret }))).status;
    expect(await send('/a', 'secret of a')).toBe(200);
    expect(await send('/b', 'secret of b')).toBe(200);
    expect(await send('/a', 'secret of b')).toBe(401);
    expect(await send('/c', 'secret of a')).toBe(401);
    const query = 'hub.mode=subscribe&hub.challenge=1&hub.verify_token=token+of+/a+x';
    const ask = (path: string) =>
      handler(new Request(`https://shop.example${path}?${query}`, { headers: { 'x-tenant': 'x' } }));
    expect((await ask('/a')).status).toBe(200);
    expect((await ask('/b')).status).toBe(403);
  });

  test('behavior: a look-up that fails is 503, so that Meta asks again, and never a throw', async () => {
    const failure = new Error('the database is away');
    const fail = (): never => {
      throw failure;
    };
    const { handler, errors } = makeHandler({ appSecret: fail, verifyToken: fail });
    expect((await handler(await signedRequest(text))).status).toBe(503);
    expect((await handler(new Request('https://shop.example/webhooks'))).status).toBe(503);
    expect(errors).toEqual([failure, failure]);
  });

  test('error: a look-up and a queue that never answer are 503, and told', async () => {
    const never = () => new Promise<never>(() => undefined);
    const late = [
      makeHandler({ appSecret: never, bodyTimeout: 20 }),
      makeHandler({ tenant: never, bodyTimeout: 20 }),
      makeHandler({ queue: { enqueue: never }, bodyTimeout: 20 }),
    ];
    const lines: string[] = [];
    for (const { handler, errors } of late) {
      const { status } = await handler(await signedRequest(text));
      lines.push(...errors.map((error) => `${status} ${String(error)}`));
    }
    expect(lines).toEqual([
      '503 Error: A function for the tenant has not answered in time.',
      '503 Error: A function for the tenant has not answered in time.',
      expect.stringMatching(/^503 WebhookError: /),
    ]);
  });
});

describe('answer', () => {
  test('behavior: Meta is answered before a slow handler is done', async () => {
    const { passed, open } = gate();
    const done = vi.fn();
    const { handler } = makeHandler({ on: { message: () => passed.then(done) } });
    const work: Promise<unknown>[] = [];
    const response = await handler(await signedRequest(text), { waitUntil: (one) => work.push(one) });
    expect(response.status).toBe(200);
    expect(done).not.toHaveBeenCalled();
    expect(work).toHaveLength(1);
    open();
    await Promise.all(work);
    expect(done).toHaveBeenCalledOnce();
  });

  test('behavior: a handler that throws is reported with its event; the others run', async () => {
    const failure = new Error('no');
    const reports: [unknown, WebhookEvent | undefined][] = [];
    const seen: string[] = [];
    const { handler } = makeHandler({
      onError: (error, event) => void reports.push([error, event]),
      on: {
        message: (event) => {
          if (event.wamid === 'wamid.2') throw failure;
          seen.push(event.wamid);
        },
      },
    });
    const body = messagesBody(textMessage('wamid.1'), textMessage('wamid.2'), textMessage('wamid.3'));
    expect((await handler(await signedRequest(body))).status).toBe(200);
    await handler.drain();
    expect(seen).toEqual(['wamid.1', 'wamid.3']);
    expect(reports).toEqual([[failure, expect.objectContaining({ wamid: 'wamid.2' })]]);
  });

  test('behavior: with acknowledge "processed", 200 comes after the handlers and 500 after a failure', async () => {
    let fails = true;
    const { handler, errors } = makeHandler({
      acknowledge: 'processed',
      on: {
        message: () => {
          if (fails) throw new Error('no');
        },
      },
    });
    expect((await handler(await signedRequest(text))).status).toBe(500);
    expect(errors).toHaveLength(1);
    fails = false;
    expect((await handler(await signedRequest(text))).status).toBe(200);
    expect(errors).toHaveLength(1);
  });

  test('behavior: an onError that throws itself keeps no answer back', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const failure = new Error('the tracker is away');
    const { handler } = makeHandler({
      onError: () => {
        throw failure;
      },
      on: { message: () => Promise.reject(new Error('no')) },
    });
    expect((await handler(await signedRequest(text))).status).toBe(200);
    expect((await handler.handleRequest({ ...(await signedCall(text)), body: {} })).status).toBe(500);
    await handler.drain();
    expect(log.mock.calls).toEqual([[failure], [failure]]);
    log.mockRestore();
  });

  test('behavior: without onError a failure goes to the console', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const failure = new Error('no');
    const handler = createWebhookHandler({
      appSecret,
      verifyToken,
      on: { message: () => Promise.reject(failure) },
    });
    await handler(await signedRequest(text));
    await handler.drain();
    expect(log.mock.calls[0]?.[0]).toBe(failure);
    log.mockRestore();
  });
});

describe('once', () => {
  test('behavior: 10,000 events delivered 1 to 5 times, shuffled, are processed once each', async () => {
    const processed = new Map<string, number>();
    const { handler, errors } = makeHandler({
      dedupe: memoryStore(),
      on: { message: (event) => processed.set(event.wamid, (processed.get(event.wamid) ?? 0) + 1) },
    });
    const deliveries = Array.from({ length: 10_000 }, (_, index) =>
      Array.from({ length: 1 + ((index * 7) % 5) }, () => index),
    )
      .flat()
      .map((index, place) => ({ index, order: (place * 7919) % 30_011 }))
      .toSorted((one, other) => one.order - other.order);
    for (let start = 0; start < deliveries.length; start += 500) {
      const batch = deliveries.slice(start, start + 500).map(({ index }) => textMessage(`wamid.${index}`));
      expect((await handler(await signedRequest(messagesBody(...batch)))).status).toBe(200);
    }
    await handler.drain();
    expect(processed.size).toBe(10_000);
    expect([...processed.values()].every((times) => times === 1)).toBe(true);
    expect(errors).toEqual([]);
  });

  test('behavior: an event whose handler failed is released and processed at the next delivery', async () => {
    let fails = true;
    const store = memoryStore();
    const message = vi.fn(() => {
      if (fails) throw new Error('no');
    });
    const { handler } = makeHandler({ dedupe: store, acknowledge: 'processed', on: { message } });
    expect((await handler(await signedRequest(text))).status).toBe(500);
    expect(store.states.size).toBe(0);
    fails = false;
    expect((await handler(await signedRequest(text))).status).toBe(200);
    expect((await handler(await signedRequest(text))).status).toBe(200);
    expect(message).toHaveBeenCalledTimes(2);
    expect([...store.states]).toEqual([['message:wamid.1', 'processed']]);
  });

  test('behavior: an event locked by another process is 503 with acknowledge "processed", so that a crash there loses nothing', async () => {
    const store = memoryStore();
    store.states.set('message:wamid.1', 'locked');
    const message = vi.fn();
    const { handler, errors } = makeHandler({ dedupe: store, acknowledge: 'processed', on: { message } });
    expect((await handler(await signedRequest(text))).status).toBe(503);
    expect(message).not.toHaveBeenCalled();
    expect(errors).toEqual([]);
  });
});

describe('in order', () => {
  test('behavior: events of one user wait for each other, users run in parallel', async () => {
    const log: string[] = [];
    const { passed, open } = gate();
    const { handler } = makeHandler({
      serializeBy: 'user',
      on: {
        message: async (event) => {
          log.push(`begin ${event.wamid}`);
          if (event.wamid === 'a1') await passed;
          log.push(`end ${event.wamid}`);
        },
      },
    });
    const send = async (...messages: object[]) => handler(await signedRequest(messagesBody(...messages)));
    await send(textMessage('a1', 'x', '1'), textMessage('b1', 'x', '2'), textMessage('a2', 'x', '1'));
    await send(textMessage('a3', 'x', '1'), textMessage('b2', 'x', '2'));
    await vi.waitFor(() => expect(log).toContain('end b2'));
    expect(log.filter((line) => line.includes('a'))).toEqual(['begin a1']);
    open();
    await handler.drain();
    expect(log.filter((line) => line.includes('a'))).toEqual([
      'begin a1',
      'end a1',
      'begin a2',
      'end a2',
      'begin a3',
      'end a3',
    ]);
  });

  const number = { from: '5511987654321' };
  const userId = { from_user_id: 'BR.1' };
  const system = (content: object) => ({ type: 'system', text: undefined, system: content });
  test.each([
    ['the second shows the user id as well', number, { ...number, ...userId }],
    ['the number comes without its ninth digit', number, { from: '551187654321' }],
    ['the user id comes in the place of the number', userId, { from: 'BR.1' }],
    [
      'the second shows the parent id alone',
      { ...userId, from_parent_user_id: 'BR.ENT.1' },
      { from: 'BR.ENT.1' },
    ],
    [
      'the first gives the number up for another',
      { ...number, ...system({ type: 'user_changed_number', wa_id: '5521955554444' }) },
      { from: '5521955554444' },
    ],
    [
      'the first replaces the user id',
      { ...userId, ...system({ type: 'user_changed_user_id', user_id: 'BR.2', previous_user_id: 'BR.1' }) },
      { from_user_id: 'BR.2' },
    ],
  ])('behavior: two messages of one user wait for each other where %s', async (_, first, second) => {
    const log: string[] = [];
    const { passed, open } = gate();
    const { handler } = makeHandler({
      serializeBy: 'user',
      on: {
        message: async ({ wamid }) => {
          log.push(`begin ${wamid}`);
          if (wamid === 'a1') await passed;
          log.push(`end ${wamid}`);
        },
      },
    });
    const messages = [
      { ...textMessage('a1'), from: undefined, ...first },
      { ...textMessage('a2'), from: undefined, ...second },
      textMessage('b1', 'x', '16505551234'),
    ];
    await handler(await signedRequest(messagesBody(...messages)));
    await vi.waitFor(() => expect(log).toContain('end b1'));
    expect(log).not.toContain('begin a2');
    open();
    await handler.drain();
    expect(log.filter((line) => line.includes('a'))).toEqual(['begin a1', 'end a1', 'begin a2', 'end a2']);
  });

  test('behavior: a number and a user id alone wait for each other where identities know them', async () => {
    const identities = createIdentities([{ at: 1, waId: '5511987654321', bsuid: 'BR.1' }]);
    const log: string[] = [];
    const { passed, open } = gate();
    const { handler } = makeHandler({
      serializeBy: 'user',
      identities,
      on: {
        message: async ({ wamid }) => {
          log.push(wamid);
          if (wamid === 'a1') await passed;
        },
      },
    });
    const messages = [
      { ...textMessage('a1'), ...number },
      { ...textMessage('a2'), from: undefined, ...userId },
      textMessage('b1', 'x', '16505551234'),
    ];
    await handler(await signedRequest(messagesBody(...messages)));
    await vi.waitFor(() => expect(log).toContain('b1'));
    expect(log).toEqual(['a1', 'b1']);
    open();
    await handler.drain();
    expect(log).toEqual(['a1', 'b1', 'a2']);
  });

  test('behavior: a failure does not hold up the user', async () => {
    const seen: string[] = [];
    const { handler } = makeHandler({
      serializeBy: 'user',
      on: {
        message: (event) => {
          seen.push(event.wamid);
          throw new Error('no');
        },
      },
    });
    await handler(await signedRequest(messagesBody(textMessage('a1'), textMessage('a2'))));
    await handler.drain();
    expect(seen).toEqual(['a1', 'a2']);
  });
});

describe('queue and recorder', () => {
  test('behavior: a verified body is stored, answered and processed later', async () => {
    const stored: ReceivedWebhook[] = [];
    const message = vi.fn();
    const { handler } = makeHandler({
      queue: { enqueue: async (one) => void stored.push(one) },
      on: { message },
    });
    const before = Date.now();
    expect((await handler(await signedRequest(text))).status).toBe(200);
    expect((await handler(await signedRequest(text, { secret: 'foreign' }))).status).toBe(401);
    expect((await handler(await signedRequest('no JSON'))).status).toBe(400);
    expect(message).not.toHaveBeenCalled();
    expect(stored).toHaveLength(1);
    expect(new TextDecoder().decode(stored[0]!.body)).toBe(text);
    expect(stored[0]!.headers['x-hub-signature-256']).toBe(await signPayload(appSecret, text));
    expect(stored[0]!.receivedAt).toBeGreaterThanOrEqual(before);
    await handler.process(stored[0]!.body);
    expect(message).toHaveBeenCalledOnce();
  });

  test('behavior: a queue that cannot store is 503, and its error is told', async () => {
    const failure = new Error('disk full');
    const { handler, errors } = makeHandler({ queue: { enqueue: () => Promise.reject(failure) } });
    expect((await handler(await signedRequest(text))).status).toBe(503);
    expect(errors).toEqual([expect.objectContaining({ reason: 'queue_failed', cause: failure })]);
  });

  test('error: process rejects if an event was not processed', async () => {
    const failure = new Error('no');
    const { handler, errors } = makeHandler({ on: { message: () => Promise.reject(failure) } });
    await expect(handler.process(text)).rejects.toMatchObject({
      name: 'WebhookError',
      reason: 'handler_failed',
    });
    expect(errors).toEqual([failure]);
    await expect(handler.process('no JSON')).rejects.toMatchObject({ reason: 'not_json' });
  });

  test('behavior: a recorder gets every verified webhook, and its failure is only told', async () => {
    const failure = new Error('disk full');
    const record = vi.fn<(webhook: ReceivedWebhook) => Promise<void>>().mockRejectedValueOnce(failure);
    const { handler, errors } = makeHandler({ recorder: { record } });
    expect((await handler(await signedRequest(text))).status).toBe(200);
    expect((await handler(await signedRequest(text, { secret: 'foreign' }))).status).toBe(401);
    await handler.drain();
    expect(record).toHaveBeenCalledOnce();
    expect(errors).toMatchObject([failure, { reason: 'bad_signature' }]);
  });
});

test('behavior: the names of events are the same at every delivery, and differ where the events differ', async () => {
  const getKeys = (body: string): Promise<string[]> =>
    Promise.all(parseWebhook(body).map((event) => eventKey(event)));
  expect(await getKeys(text)).toEqual(['message:wamid.1']);
  const base = { id: 'wamid.1', timestamp: '1', recipient_id: '1' };
  const member = { ...base, recipient_type: 'group', status: 'read', recipient_participant_id: '9' };
  const keys = await getKeys(
    statusesBody(
      { ...base, status: 'sent' },
      { ...base, status: 'delivered' },
      { ...base, status: 'failed', errors: [{ code: 131026 }] },
      { ...base, status: 'failed', errors: [{ code: 131049 }] },
      member,
      { ...member, recipient_participant_id: '8' },
      { ...base, status: 'captured', type: 'payment', payment: { reference_id: 'r' } },
    ),
  );
  expect(keys.slice(0, 6)).toEqual([
    'status:wamid.1:sent',
    'status:wamid.1:delivered',
    'status:wamid.1:failed:131026',
    'status:wamid.1:failed:131049',
    'status:wamid.1:read:9',
    'status:wamid.1:read:8',
  ]);
  expect(keys[6]).toMatch(/^paymentStatus:[0-9a-f]{64}$/);
});
