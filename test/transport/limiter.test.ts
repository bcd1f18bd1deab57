// Its part that judges faults is loaded on demand, which takes real time, and the clock of these tests does not wait for that.
import '../../src/transport/never-sent.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendText } from '../../src/api/messages/send-text.ts';
import { markAsRead } from '../../src/api/messages/mark-as-read.ts';
import { graphPost } from '../../src/api/graph/graph-post.ts';
import { createRepeater } from '../../src/transport/repeater.ts';
import type { AttemptReport } from '../../src/transport/http-over.ts';
import { makeCoreClient } from '../helpers/core-client.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Call {
  /** Virtual seconds since the start. */
  readonly at: number;
  readonly path: string;
  readonly body: string;
}
type Answer = () => Response | Promise<Response>;
type ClientParams = Partial<Parameters<typeof makeCoreClient>[0]>;

const user = '+5511987654321';
const refusal =
  (code: number, init?: ResponseInit): Answer =>
  () =>
    Response.json({ error: { message: 'refused', code } }, { status: 400, ...init });

/** A client whose calls get these answers in turn and are accepted after them; `calls` notes when each was made. */
function makeClient(params: ClientParams = {}, answers: readonly Answer[] = []) {
  const start = performance.now();
  const calls: Call[] = [];
  const client = makeCoreClient({
    accessToken: 'token',
    phoneNumberId: '1',
    wabaId: '7',
    ...params,
    async fetch(input, init) {
      const { pathname } = new URL(input as URL);
      const body = typeof init?.body === 'string' ? init.body : '';
      calls.push({ at: (performance.now() - start) / 1000, path: pathname.replace('/v26.0', ''), body });
      const answer = answers[calls.length - 1];
      return answer?.() ?? Response.json({ success: true, id: '9', messages: [{ id: 'wamid.1' }] });
    },
  });
  const seconds = () => calls.map(({ at }) => Math.round(at * 100) / 100);
  return { client, calls, seconds };
}

const send = (client: Parameters<typeof sendText>[0], to = user, options = {}) =>
  sendText(client, { to, body: 'hi' }, options);
const read = (client: Parameters<typeof graphPost>[0], path: string) => graphPost(client, path, {});
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);
const users = (count: number) => Array.from({ length: count }, (_, index) => `+55119876${54_000 + index}`);

test('default: without messagesPerSecond nothing waits', async () => {
  const { client, seconds } = makeClient();
  await Promise.all(users(100).map((to) => send(client, to)));
  expect(seconds()).toEqual(Array.from({ length: 100 }, () => 0));
});

test('args: messagesPerSecond paces sends in the order of their calls, at 98 % of it', async () => {
  const { client, calls, seconds } = makeClient({ messagesPerSecond: 10 });
  const sends = users(5).map((to) => send(client, to));
  await pass(1);
  await Promise.all(sends);
  expect(seconds()).toEqual([0, 0.1, 0.21, 0.31, 0.41]);
  expect(calls.map(({ body }) => (JSON.parse(body) as { to: string }).to)).toEqual(users(5));
});

test('args: messagesPerSecond as a function, for each number; a level that rises counts from the next message', async () => {
  let level: number | undefined = 1;
  const { client, calls } = makeClient({ messagesPerSecond: (id) => (id === '1' ? level : undefined) });
  const other = client.withPhoneNumber('2');
  const [first, second, ...others] = users(5);
  const sends = [send(client, first), send(client, second), ...others.map((to) => send(other, to))];
  await pass(0);
  expect(calls.map(({ path }) => path)).toEqual(['/1/messages', '/2/messages', '/2/messages', '/2/messages']);
  await pass(1.1);
  level = 1000;
  await Promise.all(sends);
  const rest = users(50).map((to) => send(client, to));
  await pass(1.1);
  await Promise.all(rest);
  expect(calls).toHaveLength(55);
});

test('behavior: a message of the raw API counts, a read and an upload do not', async () => {
  const { client, seconds } = makeClient({ messagesPerSecond: 1 });
  const sends = [send(client), read(client, '/1/messages')];
  const others = [
    markAsRead(client, { wamid: 'wamid.2' }),
    read(client, '/1/media'),
    read(client, '/7/flows'),
  ];
  await pass(0);
  await Promise.all(others);
  expect(seconds()).toEqual([0, 0, 0, 0]);
  await pass(2);
  await Promise.all(sends);
  expect(seconds().at(-1)).toBe(1.02);
});

test('behavior: one user gets 45 messages at once, then one per 6 seconds, and holds nobody else up', async () => {
  const { client, calls } = makeClient({ messagesPerSecond: 1000 });
  const toOne = Array.from({ length: 48 }, () => send(client));
  const toOthers = users(10).map((to) => send(client, to));
  await pass(1);
  await Promise.all(toOthers);
  expect(calls).toHaveLength(55);
  await pass(20);
  await Promise.all(toOne);
  expect(calls.slice(55).map(({ at }) => Math.round(at))).toEqual([6, 12, 18]);
});

test('behavior: the pair limit holds for a user id, and not for a group', async () => {
  const { client, calls } = makeClient({ messagesPerSecond: 1000 });
  const recipient = 'US.13491208655302741918';
  const toUser = Array.from({ length: 46 }, () => sendText(client, { recipient, body: 'hi' }));
  const toGroup = Array.from({ length: 60 }, () => sendText(client, { group: 'Y2FwaV9ncm91cA', body: 'hi' }));
  await pass(1);
  await Promise.all(toGroup);
  expect(calls).toHaveLength(105);
  await pass(6);
  await Promise.all(toUser);
});

test('behavior: an aborted wait ends at once and frees its place', async () => {
  const { client, calls } = makeClient({ messagesPerSecond: 1 });
  const controller = new AbortController();
  const first = send(client);
  const second = send(client, user, { signal: controller.signal });
  const third = send(client, '+5511987654322');
  await pass(0.5);
  controller.abort();
  await expect(second).rejects.toMatchObject({ kind: 'transport', reason: 'aborted' });
  await pass(0.6);
  await Promise.all([first, third]);
  expect(calls.map(({ body }) => (JSON.parse(body) as { to: string }).to)).toEqual([user, '+5511987654322']);
  expect(vi.getTimerCount()).toBe(0);
});

test('behavior: an aborted wait for the pair frees its place too', async () => {
  const { client, calls } = makeClient({ messagesPerSecond: 1000 });
  const controller = new AbortController();
  const sends = Array.from({ length: 45 }, () => send(client));
  await pass(1);
  const gone = send(client, user, { signal: controller.signal });
  const next = send(client);
  await pass(1);
  controller.abort();
  await expect(gone).rejects.toMatchObject({ reason: 'aborted' });
  await pass(5);
  await Promise.all([...sends, next]);
  expect(calls).toHaveLength(46);
  expect(vi.getTimerCount()).toBe(0);
});

test('error: maxQueueTime ends a wait with an error of its own, and nothing was sent', async () => {
  const { client, calls } = makeClient({ messagesPerSecond: 1, maxQueueTime: 500 });
  const [first, second] = [send(client), send(client).catch((error: unknown) => error)];
  const patient = send(client, user, { maxQueueTime: 5000 });
  await pass(0.6);
  await first;
  expect(await second).toMatchObject({
    kind: 'transport',
    reason: 'queue_timeout',
    summary:
      'Nothing was sent: the call waited for the messages per second of the business phone number, and its maxQueueTime of 500 ms is over. Give it more time, or make fewer calls at once.',
    docs: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput',
  });
  await pass(0.5);
  await patient;
  expect(calls).toHaveLength(2);
});

test('error: maxQueueTime counts the waits of all attempts, and names the refusal as the cause', async () => {
  const { client, calls } = makeClient({ maxQueueTime: 2500 }, Array(9).fill(refusal(130429)));
  const sent = send(client).catch((error: unknown) => error);
  await pass(2.6);
  expect(await sent).toMatchObject({ reason: 'queue_timeout', cause: { kind: 'api', code: 130429 } });
  expect(calls).toHaveLength(2);
});

test('behavior: the time in the queue does not count towards totalTimeout', async () => {
  const { client, seconds } = makeClient({ messagesPerSecond: 1, totalTimeout: 1500 }, [
    refusal(130429, { headers: { 'retry-after': '60' } }),
  ]);
  const sends = users(4).map((to) => send(client, to));
  await pass(80);
  await Promise.all(sends);
  expect(seconds().map(Math.floor)).toEqual([0, 60, 61, 62, 63]);
});

const scopes = ['pair', 'phoneNumber', 'waba', 'app'];
test.each([
  [131056, 'pair'],
  [130429, 'phoneNumber'],
  [131057, 'phoneNumber'],
  [80007, 'waba'],
  [80008, 'waba'],
  [4, 'app'],
  [17, 'app'],
] as const)('behavior: code %i pauses the %s, for all clients of a transport', async (code, scope) => {
  const { client, calls } = makeClient({}, [refusal(code, { headers: { 'retry-after': '30' } })]);
  const sameNumber = client
    .withPhoneNumber('2')
    .withPhoneNumber('1')
    .extend(() => ({ room: {} }));
  const otherAccount = makeOtherAccount(client);
  const refused = send(client);
  await pass(0);
  const waiting = {
    pair: send(sameNumber),
    phoneNumber: send(sameNumber, '+5511987654322'),
    waba: send(client.withPhoneNumber('2')),
    app: send(otherAccount),
  };
  const upload = read(client, '/1/media');
  await pass(1);
  const held = scopes.slice(0, scopes.indexOf(scope) + 1);
  const isUploadHeld = scope === 'waba' || scope === 'app';
  expect(calls).toHaveLength(isUploadHeld ? 5 - held.length : 6 - held.length);
  await pass(60);
  await Promise.all([refused, upload, ...Object.values(waiting)]);
  expect(calls).toHaveLength(7);
});

/** A client of another WABA and number over the transport of a client. */
function makeOtherAccount(client: ReturnType<typeof makeCoreClient>): ReturnType<typeof makeCoreClient> {
  return {
    ...client,
    config: { ...client.config, phoneNumberId: '3', wabaId: '8' },
    request: (endpoint, options) => client.request({ ...endpoint, wabaId: '8' }, options),
  };
}

test.each([
  ['a message', 429, () => new Response('slow down', { status: 429 }), 'phoneNumber'],
  ['another call', 429, () => new Response('slow down', { status: 429 }), 'call'],
] as const)('behavior: HTTP 429 without a code of %s', async (what, _status, answer, limitedBy) => {
  const reports: AttemptReport[] = [];
  const { client, calls } = makeClient({ onAttempt: (report) => reports.push(report) }, [answer]);
  const refused = what === 'a message' ? send(client) : read(client, '/1/media');
  await pass(0);
  const next = what === 'a message' ? send(client, '+5511987654322') : read(client, '/1/media');
  await pass(0.5);
  expect(calls).toHaveLength(what === 'a message' ? 1 : 2);
  await pass(2);
  await Promise.all([refused, next]);
  expect(calls).toHaveLength(3);
  expect(reports.filter(({ attempt }) => attempt === 2)).toMatchObject([{ limitedBy, outcome: 'accepted' }]);
});

test('behavior: the pair limit is waited out for 1, 4, 16, 64 and 256 seconds', async () => {
  const { client, seconds } = makeClient({}, Array(6).fill(refusal(131056)));
  const sent = send(client);
  await pass(700);
  await sent;
  expect(seconds().map(Math.round)).toEqual([0, 1, 5, 21, 85, 341, 597]);
});

test('behavior: other limits pause for 1, 2, 4 … 256 seconds, and the first accepted call starts over', async () => {
  const { client, seconds } = makeClient({}, [
    ...Array<Answer>(10).fill(refusal(80007)),
    () => Response.json({ messages: [{ id: 'wamid.1' }] }),
    refusal(80007),
  ]);
  const sent = send(client);
  await pass(1200);
  await sent;
  const waits = seconds().map((at, index, all) => Math.round(at - (all[index - 1] ?? 0)));
  expect(waits.slice(1)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 256]);
  const again = send(client);
  await pass(2);
  await again;
  expect(seconds().length).toBe(13);
});

test('behavior: a wait that the answer states is kept: Retry-After, or the minutes of the usage header, an hour at most', async () => {
  const usage = JSON.stringify({ '7': [{ type: 'whatsapp', estimated_time_to_regain_access: 19 }] });
  const { client, seconds } = makeClient({}, [
    refusal(4, { headers: { 'retry-after': '90' } }),
    refusal(80007, { headers: { 'x-business-use-case-usage': usage } }),
    refusal(80007, { headers: { 'retry-after': '9000000' } }),
  ]);
  const sent = send(client);
  await pass(90 + 19 * 60 + 3600 + 5);
  await sent;
  expect(seconds().map(Math.round)).toEqual([0, 90, 90 + 19 * 60, 90 + 19 * 60 + 3600]);
});

test('behavior: throttles cost no attempt and nothing of the budget of repetitions', async () => {
  const failed: Answer = () => Promise.reject(new TypeError('failed', { cause: { code: 'ECONNREFUSED' } }));
  const { client, calls } = makeClient({ retry: { attempts: 2, baseDelay: 1 } }, [
    ...Array<Answer>(200).fill(refusal(130429)),
    failed,
  ]);
  const sent = send(client);
  await pass(200 * 257);
  await expect(sent).resolves.toMatchObject({ wamid: 'wamid.1' });
  expect(calls).toHaveLength(202);
});

test('behavior: calls that were on their way when the pause began make it no longer', async () => {
  const { client, seconds } = makeClient({}, Array(20).fill(refusal(130429)));
  const sends = users(20).map((to) => send(client, to));
  await pass(10);
  await Promise.all(sends);
  expect(seconds()[20]).toBe(1);
  expect(seconds()).toHaveLength(40);
});

test('behavior: a throttled send keeps its place; one that is throttled again lets the others pass', async () => {
  const { client, calls } = makeClient({ messagesPerSecond: 10 }, [refusal(130429), refusal(130429)]);
  const sends = users(4).map((to) => send(client, to));
  await pass(20);
  await Promise.all(sends);
  const [a, b, c, d] = users(4);
  expect(calls.map(({ body }) => (JSON.parse(body) as { to: string }).to)).toEqual([a, a, b, c, d, a]);
});

test('args: retry false throws the throttle, and pauses the others only if sends are paced', async () => {
  const { client, calls } = makeClient({ retry: false }, [refusal(130429)]);
  await expect(send(client)).rejects.toMatchObject({ kind: 'api', code: 130429 });
  await send(client);
  expect(calls).toHaveLength(2);
  const paced = makeClient({ retry: false, messagesPerSecond: 80 }, [refusal(130429)]);
  await expect(send(paced.client)).rejects.toMatchObject({ kind: 'api', code: 130429 });
  const next = send(paced.client);
  await pass(1.1);
  await next;
  expect(paced.seconds()).toEqual([0, 1]);
});

test('behavior: reports say how long an attempt waited, and for what', async () => {
  const reports: AttemptReport[] = [];
  const onAttempt = (report: AttemptReport) => reports.push(report);
  const { client } = makeClient({ onAttempt }, [refusal(131056)]);
  const sends = [send(client)];
  await pass(1);
  const paced = makeClient({ messagesPerSecond: 1, onAttempt }).client;
  sends.push(send(paced), send(paced, '+5511987654322'));
  await pass(2);
  await Promise.all(sends);
  const shown = reports.map(({ outcome, wait, queueTime, limitedBy }) => [
    outcome,
    wait,
    queueTime,
    limitedBy,
  ]);
  expect(shown).toEqual([
    ['throttled', 1000, undefined, undefined],
    ['accepted', undefined, 1000, 'pair'],
    ['accepted', undefined, undefined, undefined],
    ['accepted', undefined, 1011, 'phoneNumber'],
  ]);
});

test('behavior: a clean end leaves no timer', async () => {
  const { client } = makeClient({ messagesPerSecond: 100, maxQueueTime: 60_000 });
  const sends = users(300).map((to) => send(client, to));
  await pass(4);
  await Promise.all(sends);
  expect(vi.getTimerCount()).toBe(0);
});

test('error: a function messagesPerSecond that throws sends nothing', async () => {
  const { client, calls } = makeClient({
    messagesPerSecond: () => {
      throw new RangeError('no level');
    },
  });
  await expect(send(client)).rejects.toMatchObject({
    kind: 'usage',
    summary: 'Nothing was sent: the function messagesPerSecond failed.',
    cause: { message: 'no level' },
  });
  expect(calls).toHaveLength(0);
});

test('behavior: a repeater shares pace and pauses between its calls', async () => {
  const repeater = createRepeater({ messagesPerSecond: 1 });
  const endpoint = {
    method: 'POST',
    path: '/1/messages',
    idempotency: 'send',
    parse: () => undefined,
  } as const;
  const [first, second] = [repeater.follow(endpoint, {}), repeater.follow(endpoint, {})];
  expect(await first.enter()).toBeUndefined();
  const waiting = second.enter();
  await pass(1.1);
  expect(await waiting).toEqual({ queueTime: 1021, limitedBy: 'phoneNumber' });
});
