import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { makeCoreClient } from '../helpers/core-client.ts';
import { createClient } from '../../src/client/create-client.ts';
import { isApiError } from '../../src/errors/api-error.ts';
import { describeErrorCode } from '../../src/errors/codes.ts';
import { isOutcomeUnknownError } from '../../src/errors/outcome-unknown-error.ts';
import { isResponseShapeError } from '../../src/errors/response-shape-error.ts';
import { sendText } from '../../src/api/messages/send-text.ts';
import { parseResponse, streamBody, type Idempotency, type Endpoint } from '../../src/transport/transport.ts';
import { promise } from '../attacks/promise.ts';

const accepted = { messaging_product: 'whatsapp', messages: [{ id: 'wamid.1' }] };
const refusal = (code: number, more: object = {}) => ({
  error: { message: 'refused', type: 'OAuthException', code, ...more },
});

/** A client whose fetch gives these answers in turn, the last one for ever, and counts its calls. */
function getClient(
  answers: readonly (() => Promise<Response>)[],
  options: Partial<Parameters<typeof makeCoreClient>[0]> = {},
) {
  const fetch = vi.fn(async () => (answers[fetch.mock.calls.length - 1] ?? answers.at(-1)!)());
  const client = makeCoreClient({
    accessToken: 'token',
    phoneNumberId: '1',
    retry: { baseDelay: 1 },
    fetch,
    ...options,
  });
  return { client, fetch };
}
const json = (body: unknown, init?: ResponseInit) => async () => Response.json(body, init);
const fails = (code: string) => async () =>
  Promise.reject<Response>(new TypeError('fetch failed', { cause: { code } }));
const call = (idempotency: Idempotency): Endpoint<unknown> => ({
  method: idempotency === 'safe' ? 'GET' : 'POST',
  path: '/1',
  idempotency,
  parse: parseResponse({ ok: 'boolean' }),
});
const text = { to: '+5511987654321', body: 'hi' };

test('default: what was never sent is sent again, once', async () => {
  const { client, fetch } = getClient([fails('ECONNREFUSED'), json(accepted)]);
  await expect(sendText(client, text)).resolves.toMatchObject({ wamid: 'wamid.1' });
  expect(fetch).toHaveBeenCalledTimes(2);
});

test.each([4, 80007, 130429, 131056, 131057])(
  'behavior: a send that code %i throttles waits and is sent',
  async (code) => {
    const { client, fetch } = getClient([
      json(refusal(code), { status: 400, headers: { 'retry-after': '0.001' } }),
      json(accepted),
    ]);
    await expect(sendText(client, text)).resolves.toMatchObject({ wamid: 'wamid.1' });
    expect(fetch).toHaveBeenCalledTimes(2);
  },
);

test('behavior: a wait that would pass the totalTimeout is not begun', async () => {
  const unavailable = async () => new Response('busy', { status: 503, headers: { 'retry-after': '60' } });
  const { client, fetch } = getClient([unavailable], { totalTimeout: 1000 });
  await expect(client.request(call('safe'))).rejects.toMatchObject({ reason: 'status', httpStatus: 503 });
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('behavior: reads are repeated after a reset, sends and writes are not', async () => {
  const tries = async (idempotency: Idempotency) => {
    const { client, fetch } = getClient([fails('ECONNRESET'), json({ ok: true })]);
    const end = await client.request(call(idempotency)).catch((error: unknown) => (error as Error).name);
    return [end, fetch.mock.calls.length];
  };
  expect(await tries('safe')).toEqual([{ ok: true }, 2]);
  expect(await tries('unsafe')).toEqual(['OutcomeUnknownError', 1]);
  expect(await tries('send')).toEqual(['OutcomeUnknownError', 1]);
});

test('behavior: a 2xx that cannot be read is unknown for a send, odd in shape for a read', async () => {
  const { client } = getClient([json({ nothing: true })]);
  await expect(sendText(client, text)).rejects.toSatisfy(isOutcomeUnknownError);
  await expect(client.request(call('safe'))).rejects.toSatisfy(isResponseShapeError);
});

test('behavior: the budget of a client ends retries for all its calls, successes refill it', async () => {
  const { client, fetch } = getClient([fails('ECONNREFUSED')], { retry: { attempts: 2, baseDelay: 0.001 } });
  const tries = async () => {
    fetch.mockClear();
    await client.request(call('safe')).catch(() => undefined);
    return fetch.mock.calls.length;
  };
  for (let index = 0; index < 100; index += 1) expect(await tries()).toBe(2);
  expect(await tries()).toBe(1);
  fetch.mockImplementation(json({ ok: true }));
  for (let index = 0; index < 5; index += 1) await tries();
  fetch.mockImplementation(fails('ECONNREFUSED'));
  expect(await tries()).toBe(2);
  expect(await tries()).toBe(1);
});

test('args: retry false tries once', async () => {
  const { client, fetch } = getClient([fails('ECONNREFUSED')], { retry: false });
  await expect(sendText(client, text)).rejects.toMatchObject({ reason: 'network' });
  expect(fetch).toHaveBeenCalledTimes(1);
});

test(promise('abort-sends-nothing', 'aborted before the call: 0 sent'), async () => {
  const { client, fetch } = getClient([json(accepted)]);
  const call = sendText(client, text, { signal: AbortSignal.abort() });
  await expect(call).rejects.toMatchObject({ kind: 'transport', reason: 'aborted' });
  expect(fetch).not.toHaveBeenCalled();
});

test('behavior: an abort while waiting for the next try ends at once', async () => {
  const { client, fetch } = getClient(
    [json(refusal(130429), { status: 400, headers: { 'retry-after': '250' } })],
    { totalTimeout: 1e6 },
  );
  const controller = new AbortController();
  const call = sendText(client, text, { signal: controller.signal });
  await vi.waitFor(() => expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1));
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(1));
  setTimeout(() => controller.abort(), 20);
  await expect(call).rejects.toMatchObject({ kind: 'transport', reason: 'aborted' });
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
});

test('behavior: an abort of a running send leaves its outcome open', async () => {
  const controller = new AbortController();
  const { client } = getClient([
    () =>
      new Promise((_resolve, reject) => {
        controller.signal.addEventListener('abort', () => reject(new Error('aborted')));
        controller.abort();
      }),
  ]);
  const call = sendText(client, { ...text, callbackData: 'order-17' }, { signal: controller.signal });
  await expect(call).rejects.toMatchObject({ kind: 'outcome_unknown', callbackData: 'order-17' });
});

test('behavior: an abort of a running read ends it without a further wait or try', async () => {
  const controller = new AbortController();
  const aborted = async () => {
    controller.abort();
    return Promise.reject<Response>(new Error('aborted'));
  };
  const { client, fetch } = getClient([aborted], { retry: { baseDelay: 1e9 }, totalTimeout: 1e9 });
  const running = client.request(call('safe'), { signal: controller.signal });
  await expect(running).rejects.toMatchObject({ kind: 'transport', reason: 'aborted' });
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('behavior: a stream body is opened anew for each try', async () => {
  const bodies: string[] = [];
  let opened = 0;
  const client = makeCoreClient({
    accessToken: 'token',
    retry: { baseDelay: 1 },
    fetch: async (input, init) => {
      bodies.push(await new Request(input, init).text());
      return bodies.length === 1
        ? Promise.reject(new TypeError('x', { cause: { code: 'ECONNREFUSED' } }))
        : Response.json({ ok: true });
    },
  });
  const body = streamBody(() => {
    opened += 1;
    return new Blob(['bytes']).stream();
  });
  await client.request({ ...call('unsafe'), body });
  expect([opened, bodies]).toEqual([2, ['bytes', 'bytes']]);
});

test('behavior: an unreadable body of the caller is not a fault of the network', async () => {
  const { client, fetch } = getClient([json({ ok: true })]);
  const body = streamBody(() => Promise.reject(new Error('file is gone')));
  await expect(client.request({ ...call('send'), body })).rejects.toMatchObject({
    kind: 'usage',
    cause: { message: 'file is gone' },
  });
  expect(fetch).not.toHaveBeenCalled();
});

test('behavior: a refusal carries code, subcode, details, trace, hint and page', async () => {
  const error = refusal(131047, {
    error_subcode: 5,
    error_data: { details: 'More than 24 hours' },
    fbtrace_id: 'AbC',
  });
  const fetch = async () => Response.json(error, { status: 400 });
  const wa = createClient({ accessToken: 'token', phoneNumberId: '1', fetch });
  const caught = await wa.messages.sendText(text).catch((fault: unknown) => fault);
  expect(isApiError(caught, 131047)).toBe(true);
  expect(isApiError(caught, 131048)).toBe(false);
  expect(caught).toMatchObject({
    name: 'ApiError',
    kind: 'api',
    code: 131047,
    subcode: 5,
    codeKind: 'message',
    retry: 'never',
    details: 'More than 24 hours',
    fbtraceId: 'AbC',
    httpStatus: 400,
    hint: describeErrorCode(131047)?.hint,
    docs: describeErrorCode(131047)?.docs,
  });
});

test('behavior: no secret, number or text shows in any error, report or log', async () => {
  const canaries = ['canary-token', 'canary-secret', '5511987654321', 'canary text'];
  const echo = 'canary-token +5511987654321 5511987654321';
  const answers: (() => Promise<Response>)[] = [
    json(refusal(100, { message: echo, error_data: { details: echo } }), { status: 400 }),
    async () =>
      Promise.reject<Response>(
        Object.assign(new TypeError(echo), { cause: new Error(echo), request: { echo } }),
      ),
    async () =>
      Promise.reject<Response>(
        new TypeError('fetch failed', { cause: Object.assign(new Error(echo), { code: 'ECONNREFUSED' }) }),
      ),
    async () => new Response(echo, { status: 502 }),
    async () => new Response(echo, { status: 404 }),
    json({ odd: echo }),
  ];
  const lines: unknown[] = [];
  const log = (fields: object, message: string) => lines.push(fields, message);
  const kinds = new Set<string>();
  for (const answer of answers) {
    const wa = createClient({
      accessToken: 'canary-token',
      appSecret: 'canary-secret',
      phoneNumberId: '1',
      retry: false,
      fetch: answer,
      logger: { debug: log, warn: log },
    });
    const faults = await Promise.all([
      wa.messages.sendText({ to: '+5511987654321', body: 'canary text' }).catch((error: unknown) => error),
      wa.messages.sendText({ to: '5511987654321', body: 'canary text' }).catch((error: unknown) => error),
      wa.messages
        .send({ to: '+5511987654321', type: 'text', text: { body: 'canary text'.repeat(900) } })
        .catch((error: unknown) => error),
      wa
        .request({ ...call('safe'), sensitive: ['+5511987654321', '5511987654321'] })
        .catch((error: unknown) => error),
    ]);
    for (const fault of faults) {
      if (!(fault instanceof Error)) continue;
      kinds.add(fault.name);
      const seen = [
        inspect(fault, { depth: 10, showHidden: true }),
        JSON.stringify(fault),
        fault.stack,
        String(fault),
      ].join('\n');
      const leaks = canaries.filter((canary) => seen.includes(canary));
      expect(leaks, seen).toEqual([]);
    }
    const wholeClient = inspect(wa, { depth: 10, showHidden: true }) + JSON.stringify(wa);
    expect(canaries.filter((canary) => wholeClient.includes(canary))).toEqual([]);
  }
  expect(canaries.filter((canary) => inspect(lines, { depth: 10 }).includes(canary))).toEqual([]);
  expect(lines.length).toBeGreaterThan(0);
  expect([...kinds].toSorted()).toEqual([
    'ApiError',
    'OutcomeUnknownError',
    'ResponseShapeError',
    'TransportError',
    'UsageError',
  ]);
});

const inAMinute = (): string => new Date(Date.now() + 60_500).toUTCString();

test.each<[string, () => string, (retryAfter: number | undefined) => boolean]>([
  ['seconds', () => '2', (time) => time === 2000],
  ['a date', inAMinute, (time) => time !== undefined && time > 50_000 && time <= 60_500],
  ['a date that is over', () => new Date(0).toUTCString(), (time) => time === undefined],
  ['a negative number', () => '-5', (time) => time === undefined],
  ['zero', () => '0', (time) => time === undefined],
  ['a word', () => 'soon', (time) => time === undefined],
  ['Infinity', () => 'Infinity', (time) => time === Infinity],
])('behavior: Retry-After as %s is read', async (_name, header, fits) => {
  const headers = { 'retry-after': header() };
  const { client } = getClient([json(refusal(131047), { status: 400, headers })]);
  const error = await client.request(call('send')).catch((cause: unknown) => cause);
  expect(isApiError(error) && fits(error.retryAfter)).toBe(true);
});

test.each([131056, 130429])(
  'behavior: an absurd Retry-After of code %i holds the next send back',
  async (code) => {
    const headers = { 'retry-after': '1e30' };
    const { client } = getClient([json(refusal(code), { status: 400, headers })], {
      retry: false,
      messagesPerSecond: 80,
    });
    await expect(sendText(client, text)).rejects.toSatisfy((error) => isApiError(error, code));
    const next = sendText(client, text, { maxQueueTime: 20 });
    await expect(next).rejects.toMatchObject({ reason: 'queue_timeout' });
  },
);

const impossible = [0, -1, NaN, Infinity, 2 ** 31, '5000'];
const numbers = ['timeout', 'totalTimeout', 'maxQueueTime', 'messagesPerSecond', 'attempts', 'baseDelay'];

test.each(numbers.flatMap((name) => impossible.map((value) => [name, value] as const)))(
  'error: the transport option %s cannot be %s',
  (name, value) => {
    const isRetry = name === 'attempts' || name === 'baseDelay';
    const options = isRetry ? { retry: { [name]: value } } : { [name]: value };
    expect(() => makeCoreClient({ accessToken: 'token', ...options })).toThrow(
      `${name} needs a number above 0 and below 2 ** 31`,
    );
    expect(() => createClient({ accessToken: 'token', ...options })).toThrow(/above 0/);
  },
);

test.each(
  ['timeout', 'totalTimeout', 'maxQueueTime'].flatMap((name) => impossible.map((value) => [name, value])),
)('error: a call whose %s is %s sends nothing', async (name, value) => {
  const { client, fetch } = getClient([json(accepted)]);
  await expect(sendText(client, text, { [String(name)]: value })).rejects.toMatchObject({
    kind: 'usage',
    issues: [{ path: name }],
  });
  expect(fetch).not.toHaveBeenCalled();
});
