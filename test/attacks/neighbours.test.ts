import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient, isTransportError } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { createSqliteIdempotencyStore, createSqliteQueue } from 'wabakit/sqlite';
import {
  createWebhookHandler,
  isWebhookError,
  startQueueWorker,
  type QueueWorkerOptions,
  type WebhookHandler,
  type WebhookHandlerOptions,
} from 'wabakit/webhooks';
import { appSecret, messagesBody, signedRequest, textMessage, verifyToken } from '../webhooks/helpers.ts';
import { promise, report, rounds } from './promise.ts';

let folder = '';
const closers: (() => unknown)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-neighbours-'));
});
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** The receiver of the guide: queue, idempotency store, order per user and a worker, on one file. */
function startReceiver(
  options: Partial<WebhookHandlerOptions>,
  workerOptions: Partial<QueueWorkerOptions> = {},
): WebhookHandler {
  const file = join(folder, 'webhooks.db');
  const queue = createSqliteQueue({ file });
  const dedupe = createSqliteIdempotencyStore({ file });
  const handler = createWebhookHandler({
    appSecret,
    verifyToken,
    queue,
    dedupe,
    serializeBy: 'user',
    ...options,
  });
  const worker = startQueueWorker({ queue, process: handler.process, pollMs: 20, ...workerOptions });
  closers.push(queue.close, dedupe.close, worker.stop);
  return handler;
}

const hungUser = '16505550000';
const getUser = (number: number) => `1650555${1000 + number}`;

async function send(receive: WebhookHandler, wamid: string, user: string): Promise<void> {
  const body = messagesBody(textMessage(wamid, 'x', user));
  expect((await receive(await signedRequest(body))).status).toBe(200);
}

test.each([
  ['a queue and a worker', true],
  ['no queue', false],
])(
  promise('hung-neighbour', '20 of 20 others handled, 30 messages of one user hung'),
  async (_, hasQueue) => {
    const { promise: hung, resolve: free } = Promise.withResolvers<void>();
    closers.push(free);
    const seen: string[] = [];
    const on: WebhookHandlerOptions['on'] = {
      message: async ({ waId, wamid }) => {
        if (waId === hungUser) await hung;
        seen.push(wamid);
      },
    };
    const receive = hasQueue
      ? startReceiver({ on }, { concurrency: 4 })
      : createWebhookHandler({ appSecret, verifyToken, serializeBy: 'user', on });
    for (let turn = 0; turn < 30; turn += 1) await send(receive, `hung.${turn}`, hungUser);
    const others = Array.from({ length: 20 }, (__, turn) => `other.${turn}`);
    for (const [turn, wamid] of others.entries()) await send(receive, wamid, getUser(turn));
    await vi.waitFor(() => expect(seen.toSorted()).toEqual(others.toSorted()), { timeout: 15_000 });
    free();
    const all = () =>
      expect(seen.slice(20)).toEqual(Array.from({ length: 30 }, (__, turn) => `hung.${turn}`));
    await vi.waitFor(all, { timeout: 15_000 });
  },
);

test(
  promise('hung-neighbour', '20 others handled before 40 slow messages of one'),
  async () => {
    const sentAt = new Map<string, number>();
    const waits: number[] = [];
    let slow = 0;
    const receive = startReceiver({
      on: {
        message: async ({ waId, wamid }) => {
          if (waId === hungUser) {
            await sleep(300);
            slow += 1;
          } else waits.push(performance.now() - (sentAt.get(wamid) ?? 0));
        },
      },
    });
    for (let turn = 0; turn < 40; turn += 1) await send(receive, `slow.${turn}`, hungUser);
    for (let turn = 0; turn < 20; turn += 1) {
      sentAt.set(`other.${turn}`, performance.now());
      await send(receive, `other.${turn}`, getUser(turn));
    }
    await vi.waitFor(() => expect(waits.length).toBe(20), { timeout: 15_000, interval: 10 });
    const slowBefore = slow;
    report(
      `neighbours of a slow user waited at most ${Math.max(...waits).toFixed(0)} ms; ${slowBefore} of its 40 messages were processed by then`,
    );
    expect(slowBefore).toBeLessThan(40);
  },
  60_000,
);

test(
  promise('handler-timeout', '0 sent after the time-out of 40 calls in the queue and one later'),
  async () => {
    const emulator = await createEmulator();
    closers.push(() => emulator.close());
    let sent = 0;
    let sentInTime = 0;
    const { accessToken, phoneNumberId } = emulator;
    const wa = createClient({
      accessToken,
      phoneNumberId,
      messagesPerSecond: 5,
      fetch: (input, init) => {
        sent += 1;
        return emulator.fetch(new Request(input, init));
      },
    });
    const log: string[] = [];
    const reasons: unknown[] = [];
    let attempts = 0;
    const receive = startReceiver(
      {
        handlerTimeout: 1000,
        leaseMs: 5000,
        onError: (error) => void log.push(`told ${isWebhookError(error) ? error.reason : String(error)}`),
        on: {
          message: async ({ wamid }, { signal }) => {
            if (wamid !== 'slow' || (attempts += 1) > 1) return void log.push(`processed ${wamid}`);
            signal.addEventListener('abort', () => {
              sentInTime = sent;
              log.push('aborted');
            });
            const say = () => wa.messages.sendText({ to: '+5511987654321', body: 'x' }, { signal });
            const queued = Array.from({ length: 40 }, say);
            const results = await Promise.allSettled(queued);
            results.push(...(await Promise.allSettled([say()])));
            await sleep(300);
            for (const result of results)
              if (result.status === 'rejected')
                reasons.push(isTransportError(result.reason) ? result.reason.reason : result.reason);
            log.push('settled');
          },
        },
      },
      { leaseMs: 5000, onError: () => undefined },
    );
    await emulator.phone('+5511987654321').say('Hello');
    await send(receive, 'slow', hungUser);
    await send(receive, 'next', hungUser);
    await vi.waitFor(() => expect(log).toContain('processed slow'), { timeout: 20_000 });
    // The next event of the user goes on while the failed one waits for its second attempt.
    expect(log).toEqual(['aborted', 'settled', 'told handler_timeout', 'processed next', 'processed slow']);
    expect([sent - sentInTime, sent + reasons.length, new Set(reasons)]).toEqual([
      0,
      41,
      new Set(['aborted']),
    ]);
  },
  60_000,
);

test('behavior: a handler that ignores its signal keeps its event for one lease more, then the event is tried again', async () => {
  const log: string[] = [];
  const { promise: hung, resolve: free } = Promise.withResolvers<void>();
  closers.push(free);
  let attempts = 0;
  const receive = startReceiver(
    {
      handlerTimeout: 200,
      onError: (error) => void log.push(`told ${error instanceof Error ? error.message.split('.')[0] : ''}`),
      on: {
        message: async () => {
          attempts += 1;
          log.push(`attempt ${attempts}`);
          if (attempts === 1) await hung;
        },
      },
    },
    { leaseMs: 600, onError: () => undefined },
  );
  await send(receive, 'a', hungUser);
  await vi.waitFor(() => expect(attempts).toBe(2), { timeout: 15_000 });
  expect(log).toEqual([
    'attempt 1',
    'told A webhook handler took longer than the limit (option handlerTimeout)',
    'attempt 2',
  ]);
});

test.runIf(rounds(0, 1))(
  'behavior: 2,000 signed webhooks a second with one hung and ten slow users: the p99 of the others is printed',
  async () => {
    const perSecond = 2000;
    const seconds = 10;
    const { promise: hung, resolve: free } = Promise.withResolvers<void>();
    closers.push(free);
    const sentAt = new Map<string, number>();
    const answers: number[] = [];
    const waits: number[] = [];
    const slowUsers = new Set(Array.from({ length: 10 }, (_, number) => getUser(number)));
    const receive = startReceiver(
      {
        on: {
          message: async ({ waId = '', wamid }) => {
            if (waId === hungUser) await hung;
            if (slowUsers.has(waId)) await sleep(1000);
            else waits.push(performance.now() - (sentAt.get(wamid) ?? 0));
          },
        },
      },
      { concurrency: 32 },
    );
    const toUser = (number: number): string =>
      number % 1000 === 0
        ? hungUser
        : number % 100 < 10
          ? getUser(number % 10)
          : getUser(10 + (number % 3000));
    const requests = await Promise.all(
      Array.from({ length: perSecond * seconds }, async (_, number) => {
        const user = toUser(number);
        const wamid = `${number}`;
        return {
          wamid,
          isOther: user !== hungUser && !slowUsers.has(user),
          request: await signedRequest(messagesBody(textMessage(wamid, 'x', user))),
        };
      }),
    );
    const others = requests.filter(({ isOther }) => isOther).length;
    const began = performance.now();
    const work = requests.map(async ({ wamid, isOther, request }, number) => {
      await sleep(Math.max(0, began + (number * 1000) / perSecond - performance.now()));
      const at = performance.now();
      sentAt.set(wamid, at);
      expect((await receive(request)).status).toBe(200);
      if (isOther) answers.push(performance.now() - at);
    });
    await Promise.all(work);
    await vi.waitFor(() => expect(waits.length).toBe(others), { timeout: 120_000 });
    free();
    const p99 = (times: number[]) =>
      times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)]?.toFixed(0);
    report(
      `${requests.length} webhooks at ${perSecond} a second: the others' p99 is ${p99(answers)} ms to the answer, ${p99(waits)} ms to the handler`,
    );
    expect(waits.length).toBe(others);
  },
  300_000,
);
