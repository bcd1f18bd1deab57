import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WebhookQueue } from '../../../src/webhooks/queue/webhook-queue.ts';
import {
  queueRetryDelay,
  startQueueWorker,
  type QueueWorker,
  type QueueWorkerOptions,
} from '../../../src/webhooks/queue/start-queue-worker.ts';
import { createArrayQueue } from './array-queue.ts';
import { testQueue } from './conformance.ts';

let queue: WebhookQueue;
let worker: QueueWorker | undefined;
beforeEach(() => {
  vi.useFakeTimers();
  queue = createArrayQueue();
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  vi.useRealTimers();
});

testQueue('the array store', () => ({
  queue: createArrayQueue(),
  elapse: (ms) => void vi.advanceTimersByTime(ms),
  close: () => undefined,
}));

const accept = (text: string) =>
  queue.enqueue({ body: new TextEncoder().encode(text), headers: {}, receivedAt: 0 });

function start(handle: (text: string) => Promise<void>, options: Partial<QueueWorkerOptions> = {}) {
  const onError = vi.fn<NonNullable<QueueWorkerOptions['onError']>>();
  worker = startQueueWorker({
    queue,
    process: (body) => handle(new TextDecoder().decode(body)),
    onError,
    ...options,
  });
  return onError;
}

test('default: every body is processed once, in the order of arrival', async () => {
  const seen: string[] = [];
  for (const text of ['a', 'b', 'c']) await accept(text);
  start(async (text) => void seen.push(text));
  await vi.advanceTimersByTimeAsync(200);
  await accept('d');
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(seen).toEqual(['a', 'b', 'c', 'd']);
});

test('behavior: the delay grows from a second to an hour', () => {
  const delays = Array.from({ length: 11 }, (_, turn) => queueRetryDelay(turn + 1) / 1000);
  expect(delays).toEqual([1, 4, 16, 64, 256, 1024, 3600, 3600, 3600, 3600, 3600]);
});

test('behavior: a body that fails is tried again after 1, 4 and 16 seconds, others are not held up', async () => {
  const seen: [string, number][] = [];
  const began = Date.now();
  await accept('bad');
  await accept('good');
  const onError = start(async (text) => {
    seen.push([text, Math.floor((Date.now() - began) / 1000)]);
    if (text === 'bad' && seen.length < 5) throw new Error('database down');
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen).toEqual([
    ['bad', 0],
    ['good', 0],
    ['bad', 1],
    ['bad', 5],
    ['bad', 21],
  ]);
  expect(onError.mock.calls.map(([error, item]) => [String(error), item?.attempts])).toEqual([
    ['Error: database down', 1],
    ['Error: database down', 2],
    ['Error: database down', 3],
  ]);
});

test('args: maxAttempts is how many attempts a body has before it becomes a dead letter', async () => {
  await accept('bad');
  const onError = start(() => Promise.reject(new Error('x'.repeat(900))), { maxAttempts: 3 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onError).toHaveBeenCalledTimes(3);
  const [letter] = await queue.listDeadLetters(10);
  expect([letter?.attempts, letter?.error.length]).toEqual([3, 500]);
});

test('behavior: a body that ended its process at every attempt becomes a dead letter without another attempt', async () => {
  await accept('killer');
  for (let crash = 0; crash < 3; crash += 1) {
    expect((await queue.receive(1, 1000)).length).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
  }
  const handle = vi.fn<(text: string) => Promise<void>>();
  start(handle, { maxAttempts: 3 });
  await vi.advanceTimersByTimeAsync(200);
  expect(handle).not.toHaveBeenCalled();
  expect(await queue.listDeadLetters(1)).toMatchObject([
    { attempts: 4, reason: 'process_ended', error: 'The process ended during every attempt' },
  ]);
});

test('args: concurrency is how many are processed at the same time', async () => {
  let now = 0;
  let most = 0;
  for (let turn = 0; turn < 10; turn += 1) await accept(String(turn));
  start(
    async () => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 1000));
      now -= 1;
    },
    { concurrency: 4 },
  );
  await vi.advanceTimersByTimeAsync(3000);
  expect([most, await queue.receive(10, 1)]).toEqual([4, []]);
});

test('behavior: stop waits for the received webhooks and receives no more', async () => {
  const seen: string[] = [];
  await accept('a');
  start(async (text) => {
    await new Promise((resolve) => setTimeout(resolve, 5000));
    seen.push(text);
  });
  await vi.advanceTimersByTimeAsync(10);
  const stopped = worker?.stop();
  await accept('b');
  await vi.advanceTimersByTimeAsync(5000);
  await stopped;
  expect([seen, (await queue.receive(10, 1)).length]).toEqual([['a'], 1]);
});

test('behavior: a store out of reach is reported and asked again', async () => {
  const broken = vi.spyOn(queue, 'receive').mockRejectedValueOnce(new Error('no connection'));
  const seen: string[] = [];
  await accept('a');
  const onError = start(async (text) => void seen.push(text));
  await vi.advanceTimersByTimeAsync(1000);
  expect([seen, onError.mock.calls.map(([error]) => String(error))]).toEqual([
    ['a'],
    ['Error: no connection', 'Error: The webhook queue answers again after 0 s (failed calls: 1).'],
  ]);
  broken.mockRestore();
});

test('behavior: a body whose done is lost comes back after its lease', async () => {
  vi.spyOn(queue, 'ack').mockRejectedValueOnce(new Error('no connection'));
  const seen: string[] = [];
  await accept('a');
  start(async (text) => void seen.push(text), { leaseMs: 30_000 });
  await vi.advanceTimersByTimeAsync(29_000);
  expect(seen).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(2000);
  expect(seen).toEqual(['a', 'a']);
});
