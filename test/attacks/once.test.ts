import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import {
  createMemoryIdempotencyStore,
  createWebhookHandler,
  type WebhookHandlerOptions,
  startQueueWorker,
} from 'wabakit/webhooks';
import { createArrayQueue } from '../webhooks/queue/array-queue.ts';
import { appSecret, messagesBody, signedRequest, textMessage, verifyToken } from '../webhooks/helpers.ts';
import { promise } from './promise.ts';

const body = messagesBody(textMessage('wamid.1'));

function makeReceiver(options: Partial<WebhookHandlerOptions>) {
  const told: unknown[] = [];
  const onError = (error: unknown) =>
    void told.push(error instanceof Error && 'reason' in error ? error.reason : error);
  const receive = createWebhookHandler({ appSecret, verifyToken, onError, ...options });
  const deliver = async (text = body) => (await receive(await signedRequest(text))).status;
  return { receive, deliver, told };
}

test.each([undefined, 'user'] as const)(
  promise('same-message-twice', '1 run and 200 for one message 5 times in one body with processed'),
  async (serializeBy) => {
    let runs = 0;
    const { deliver, told } = makeReceiver({
      acknowledge: 'processed',
      dedupe: createMemoryIdempotencyStore(),
      serializeBy,
      on: {
        message: async () => {
          await sleep(20);
          runs += 1;
        },
      },
    });
    const copies = Array.from({ length: 5 }, () => textMessage('wamid.1'));
    expect([await deliver(messagesBody(...copies)), runs, told]).toEqual([200, 1, []]);
  },
);

test(promise('same-message-twice', '1 run for 5 deliveries, 2 runs if the first fails'), async () => {
  for (const fails of [0, 1]) {
    let runs = 0;
    const { receive, deliver, told } = makeReceiver({
      dedupe: createMemoryIdempotencyStore(),
      on: {
        message: async () => {
          runs += 1;
          const run = runs;
          await sleep(20);
          if (run <= fails) throw new Error('database down');
        },
      },
    });
    for (let turn = 0; turn < 5; turn += 1) expect(await deliver()).toBe(200);
    await receive.drain();
    expect([runs, told.map(String)]).toEqual([1 + fails, fails === 0 ? [] : ['Error: database down']]);
  }
});

test('behavior: an event that another process handles is reported where nothing tries again', async () => {
  const dedupe = createMemoryIdempotencyStore();
  await dedupe.acquire('message:wamid.1', 'another', 60_000);
  const message = vi.fn();
  const { receive, deliver, told } = makeReceiver({ dedupe, on: { message } });
  expect(await deliver()).toBe(200);
  await receive.drain();
  expect([told, message.mock.calls]).toEqual([['event_locked'], []]);
});

test('behavior: an event that another process handles is tried again by the worker, and no attempt counts', async () => {
  const dedupe = createMemoryIdempotencyStore();
  await dedupe.acquire('message:wamid.1', 'another', 60_000);
  const queue = createArrayQueue();
  const message = vi.fn();
  const { receive, deliver } = makeReceiver({ dedupe, queue, on: { message } });
  const attempts: [unknown, number | undefined][] = [];
  const worker = startQueueWorker({
    queue,
    process: receive.process,
    leaseMs: 150,
    pollMs: 5,
    onError: (error, item) =>
      void attempts.push([error instanceof Error && 'reason' in error && error.reason, item?.attempts]),
  });
  await deliver();
  await vi.waitFor(() => expect(attempts.length).toBeGreaterThan(2));
  expect(new Set(attempts.map((attempt) => attempt.join(' ')))).toEqual(new Set(['event_locked 1']));
  // The other process gives up: the webhook of the queue takes the event over.
  await dedupe.release('message:wamid.1', 'another');
  await vi.waitFor(() => expect(message).toHaveBeenCalledOnce());
  await worker.stop();
  expect(await queue.listDeadLetters(1)).toEqual([]);
});

test('behavior: a webhook whose idempotency store is out of reach uses no attempt', async () => {
  const store = createMemoryIdempotencyStore();
  let isDown = true;
  const dedupe = {
    ...store,
    acquire: (...args: Parameters<typeof store.acquire>) =>
      isDown ? Promise.reject(new Error('no connection')) : store.acquire(...args),
  };
  const queue = createArrayQueue();
  const message = vi.fn();
  const { receive, deliver, told } = makeReceiver({ dedupe, queue, on: { message } });
  const attempts: (number | undefined)[] = [];
  const worker = startQueueWorker({
    queue,
    process: receive.process,
    leaseMs: 60,
    pollMs: 5,
    maxAttempts: 1,
    onError: (_, item) => void attempts.push(item?.attempts),
  });
  await deliver();
  await vi.waitFor(() => expect(attempts.length).toBeGreaterThan(2));
  isDown = false;
  await vi.waitFor(() => expect(message).toHaveBeenCalledOnce());
  await worker.stop();
  expect([new Set(attempts), new Set(told.map(String))]).toEqual([
    new Set([1]),
    new Set(['Error: no connection']),
  ]);
});
