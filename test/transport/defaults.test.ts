import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../src/client/create-client.ts';
import { createCoreClient } from '../../src/client/create-core-client.ts';
import { cloudApi } from '../../src/transport/hosts/cloud-api.ts';
import { http } from '../../src/transport/http.ts';
import type { Endpoint, Engine, EngineRequest } from '../../src/transport/interface.ts';
import { makeCoreClient } from '../helpers/core-client.ts';

// The documented default of each option of a client, seen from outside.

const read: Endpoint<unknown> = { method: 'GET', path: '/1', idempotency: 'safe', parse: ({ json }) => json };
const change: Endpoint<unknown> = { ...read, method: 'POST', idempotency: 'unsafe' };

/** An engine that never answers, and fails when the request is aborted. */
const silent: Engine = {
  name: 'silent',
  exchange: ({ signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    }),
};

/** Settles a call and says when, in milliseconds of the virtual clock. */
async function endOf(call: Promise<unknown>): Promise<{ readonly at: number; readonly error: unknown }> {
  const start = performance.now();
  const end = call.then(
    () => ({ at: performance.now() - start, error: undefined }),
    (error: unknown) => ({ at: performance.now() - start, error }),
  );
  await vi.runAllTimersAsync();
  return end;
}

describe('times', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const host = cloudApi({ accessToken: 'token' });

  test('default: timeout is 30,000', async () => {
    const client = createCoreClient({ transport: http({ host, engine: silent }) });
    expect(await endOf(client.request(change))).toMatchObject({
      at: 30_000,
      error: { name: 'OutcomeUnknownError', summary: 'The outcome is unknown: timeout.' },
    });
  });

  test('default: totalTimeout is 120,000', async () => {
    const exchange = vi.fn(silent.exchange);
    const client = createCoreClient({ transport: http({ host, engine: { ...silent, exchange } }) });
    expect((await endOf(client.request(read))).at).toBe(120_000);
    expect(exchange).toHaveBeenCalledTimes(4);
  });

  test('default: timeout and totalTimeout of a call are the transport’s', async () => {
    const transport = http({ host, engine: silent, timeout: 700, totalTimeout: 1000 });
    const client = createCoreClient({ transport });
    expect((await endOf(client.request(change))).at).toBe(700);
    expect((await endOf(client.request(change, {}))).at).toBe(700);
    expect((await endOf(client.request(change, { timeout: 300 }))).at).toBe(300);
    expect((await endOf(client.request(read))).at).toBe(1000);
    expect((await endOf(client.request(read, { totalTimeout: 400 }))).at).toBe(400);
  });

  const refused = () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }));

  test('default: retry makes up to 6 attempts, half of the first pause is 250 and each next one is twice as long', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const times: number[] = [];
    const exchange = () => {
      times.push(Math.round(performance.now()));
      return refused();
    };
    const client = createCoreClient({ transport: http({ host, engine: { name: 'refused', exchange } }) });
    await endOf(client.request(read));
    expect(times.slice(1).map((at, index) => at - (times[index] ?? 0))).toEqual([250, 500, 1000, 2000, 4000]);
  });

  test('default: a throttle without a stated wait pauses for 1,000 and doubles', async () => {
    const times: number[] = [];
    const exchange = () => {
      times.push(Math.round(performance.now()));
      const body = times.length < 4 ? { error: { message: 'throttled', code: 130429 } } : { ok: true };
      return Promise.resolve(Response.json(body, { status: times.length < 4 ? 400 : 200 }));
    };
    const client = createCoreClient({ transport: http({ host, engine: { name: 'throttled', exchange } }) });
    expect((await endOf(client.request({ ...change, path: '/1/messages' }))).error).toBeUndefined();
    expect(times.slice(1).map((at, index) => at - (times[index] ?? 0))).toEqual([1000, 2000, 4000]);
  });
});

/** A client that keeps each request, answers `{}`, and has no option but the token. */
function recorded(options: Partial<Parameters<typeof makeCoreClient>[0]> = {}) {
  const requests: EngineRequest[] = [];
  const engine: Engine = {
    name: 'recorded',
    exchange: (request) => {
      requests.push(request);
      return Promise.resolve(Response.json({}));
    },
  };
  return { requests, client: makeCoreClient({ accessToken: 'token', ...options, engine }) };
}

test('default: apiVersion is v26.0, baseUrl is Meta’s, auth is Bearer, and there is no proof', async () => {
  const { client, requests } = recorded();
  await client.request(read);
  await client.request({ ...read, host: 'api' });
  expect(requests.map(({ url }) => url.href)).toEqual([
    'https://graph.facebook.com/v26.0/1',
    'https://api.facebook.com/v26.0/1',
  ]);
  expect(requests.map(({ headers }) => headers)).toEqual([
    { authorization: 'Bearer token' },
    { authorization: 'Bearer token' },
  ]);
});

test('default: allowedHosts are none', async () => {
  const call = recorded().client.request({ ...read, path: 'https://media.example.com/1' });
  await expect(call).rejects.toMatchObject({ reason: 'host' });
  const { client } = recorded({ allowedHosts: ['media.example.com'] });
  await expect(client.request({ ...read, path: 'https://media.example.com/1' })).resolves.toEqual({});
});

test('default: there is no pace: 500 messages to 500 users go out at once', async () => {
  let open = 0;
  let most = 0;
  const engine: Engine = {
    name: 'slow',
    exchange: async () => {
      most = Math.max(most, (open += 1));
      await new Promise((resolve) => setTimeout(resolve, 20));
      open -= 1;
      return Response.json({});
    },
  };
  const client = makeCoreClient({ accessToken: 'token', engine });
  const send = (index: number) =>
    client.request({ ...change, path: '/1/messages', idempotency: 'send', recipient: String(index) });
  await Promise.all(Array.from({ length: 500 }, (_, index) => send(index)));
  expect(most).toBe(500);
});

test.each([
  [undefined, 1],
  [false, 1],
  [true, 3],
])('default: retryServerErrors is false: %s makes %i attempts', async (retryServerErrors, attempts) => {
  let calls = 0;
  const engine: Engine = {
    name: 'faulty',
    exchange: () => {
      calls += 1;
      return Promise.resolve(Response.json({ error: { message: 'fault', code: 131000 } }, { status: 500 }));
    },
  };
  const retry = { attempts: 3, baseDelay: 0.001, retryServerErrors };
  const client = makeCoreClient({ accessToken: 'token', engine, retry });
  await expect(client.request({ ...change, idempotency: 'send' })).rejects.toMatchObject({ code: 131000 });
  expect(calls).toBe(attempts);
});

test('default: calls go through the global fetch', async () => {
  const fetch = vi.fn(() => Promise.resolve(Response.json({ data: [] })));
  vi.stubGlobal('fetch', fetch);
  const transport = http({ host: cloudApi({ accessToken: 'token' }) });
  await createCoreClient({ transport }).request(read);
  await createClient({ accessToken: 'token' }).request(read);
  vi.unstubAllGlobals();
  expect(fetch).toHaveBeenCalledTimes(2);
});
