import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFlowEndpoint } from 'wabakit/flows';
import { createSqliteQueue } from 'wabakit/sqlite';
import {
  createMemoryIdempotencyStore,
  createMemorySendTrackerStore,
  createWebhookHandler,
  startQueueWorker,
  type WebhookHandlerOptions,
} from 'wabakit/webhooks';
import { envelope, keyPair, open, post, seal } from '../flows/whatsapp-client.ts';
import { appSecret, messagesBody, signedRequest, textMessage, verifyToken } from './helpers.ts';

// The documented default of each option of a receiver, seen from outside.

afterEach(() => void vi.restoreAllMocks());

const text = messagesBody(textMessage('wamid.1'));
const make = (options: Partial<WebhookHandlerOptions>) =>
  createWebhookHandler({ appSecret, verifyToken, ...options });

test('default: acknowledge is received: the response does not wait for the handler', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isDone = false;
  const handler = make({
    on: {
      message: async () => {
        await promise;
        isDone = true;
      },
    },
  });
  expect((await handler(await signedRequest(text))).status).toBe(200);
  expect(isDone).toBe(false);
  resolve();
  await handler.drain();
  expect(isDone).toBe(true);
});

test('default: without dedupe every delivery is processed', async () => {
  const message = vi.fn();
  const handler = make({ acknowledge: 'processed', on: { message } });
  for (let delivery = 0; delivery < 3; delivery += 1) await handler(await signedRequest(text));
  expect(message).toHaveBeenCalledTimes(3);
});

test('default: without serializeBy the events of one user run at the same time', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let running = 0;
  const handler = make({
    on: {
      message: async () => {
        running += 1;
        await promise;
      },
    },
  });
  await handler(await signedRequest(messagesBody(textMessage('wamid.1'), textMessage('wamid.2'))));
  await vi.waitFor(() => expect(running).toBe(2));
  resolve();
  await handler.drain();
});

test('default: without functions events are accepted and dropped', async () => {
  const handler = make({});
  expect((await handler(await signedRequest(text))).status).toBe(200);
});

test('default: onError is console.error, with the error alone before the event', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const failure = new Error('handler failed');
  const handler = make({
    on: {
      message: () => {
        throw failure;
      },
    },
  });
  await handler(await signedRequest(text));
  await handler.drain();
  expect(log.mock.calls.map(([error]: readonly unknown[]) => error)).toEqual([failure]);
  expect(JSON.stringify(log.mock.calls)).not.toContain('16505551234');
});

test('default: concurrency of a queue worker is 16', async () => {
  const queue = createSqliteQueue({ file: ':memory:' });
  for (let number = 0; number < 40; number += 1)
    await queue.enqueue({ body: new Uint8Array([number]), headers: {}, receivedAt: 1 });
  const { promise, resolve } = Promise.withResolvers<void>();
  let started = 0;
  const worker = startQueueWorker({
    queue,
    process: async () => {
      started += 1;
      await promise;
    },
  });
  await vi.waitFor(() => expect(started).toBe(16));
  await new Promise((done) => setTimeout(done, 300));
  expect(started).toBe(16);
  resolve();
  await vi.waitFor(() => expect(started).toBe(40));
  await worker.stop();
});

describe('memory stores', () => {
  test('default: an idempotency store remembers 100,000 keys', { timeout: 120_000 }, async () => {
    const store = createMemoryIdempotencyStore();
    const handler = make({ acknowledge: 'processed', dedupe: store, on: {} });
    const message = vi.fn();
    const counting = make({ acknowledge: 'processed', dedupe: store, on: { message } });
    const bodyOf = (from: number, count: number) =>
      messagesBody(...Array.from({ length: count }, (_, index) => textMessage(`wamid.${from + index}`)));
    for (let from = 0; from < 200_000; from += 5000) await handler.process(bodyOf(from, 5000));
    await counting.process(bodyOf(0, 1));
    await counting.process(bodyOf(100_000, 1));
    expect(message).toHaveBeenCalledTimes(0);
    await handler.process(bodyOf(200_000, 1));
    await counting.process(bodyOf(100_001, 1));
    expect(message).toHaveBeenCalledTimes(0);
    await counting.process(bodyOf(0, 1));
    expect(message).toHaveBeenCalledTimes(1);
  });

  test('default: a send tracker store remembers 100,000 keys', async () => {
    const store = createMemorySendTrackerStore();
    const put = (number: number) => store.putIfAbsent(`send-${number}`, String(number), 3_600_000);
    for (let number = 0; number < 200_000; number += 1) await put(number);
    expect(await put(0)).toBe('0');
    expect(await put(200_000)).toBeUndefined();
    expect([await put(200_000), await put(100_000)]).toEqual(['200000', '100000']);
    expect(await put(0)).toBeUndefined();
  });
});

test('default: requireFlowTokenSignature is false', async () => {
  const { privateKey, publicKey } = keyPair();
  const request = { version: '3.0', action: 'INIT', flow_token: 'order-17' };
  const ask = async (requireFlowTokenSignature?: boolean) => {
    const endpoint = createFlowEndpoint({
      privateKey,
      appSecret: 'the-app-secret',
      requireFlowTokenSignature,
      on: { init: () => ({ screen: 'DATES', data: {} }) },
    });
    const sealed = seal(publicKey, request);
    const response = await endpoint(post(envelope(sealed)));
    return response.status === 200 ? open(sealed, response) : response.status;
  };
  expect(await ask()).toEqual({ screen: 'DATES', data: {} });
  expect(await ask(false)).toEqual({ screen: 'DATES', data: {} });
  expect(await ask(true)).toBe(432);
});
