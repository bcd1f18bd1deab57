import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createMemoryIdempotencyStore,
  createMemorySendTrackerStore,
  createSendTracker,
  createWebhookHandler,
  parseWebhook,
  type SettledSend,
} from 'wabakit/webhooks';
import { appSecret, messagesBody, signedRequest, statusesBody, textMessage, verifyToken } from './helpers.ts';

const hour = 3_600_000;
const day = 24 * hour;

// Only the clocks: what runs on timers still runs.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'], now: Date.UTC(2026, 10, 1) }));
afterEach(() => void vi.useRealTimers());

const elapse = (ms: number): void => void vi.advanceTimersByTime(ms);

// Meta redelivers a webhook for up to 7 days; what is forgotten earlier is processed twice.
test('default: a processed event is remembered for 8 days', async () => {
  const message = vi.fn();
  const handler = createWebhookHandler({
    appSecret,
    verifyToken,
    acknowledge: 'processed',
    dedupe: createMemoryIdempotencyStore(),
    on: { message },
  });
  const deliver = async (): Promise<number> => {
    await handler(await signedRequest(messagesBody(textMessage('wamid.1'))));
    return message.mock.calls.length;
  };
  expect(await deliver()).toBe(1);
  elapse(7 * day);
  expect(await deliver()).toBe(1);
  elapse(day - 1);
  expect(await deliver()).toBe(1);
  elapse(1);
  expect(await deliver()).toBe(2);
});

const status = {
  id: 'wamid.1',
  status: 'sent',
  timestamp: '1793491200',
  recipient_id: '16505551234',
  biz_opaque_callback_data: 'order-17',
};

function makeTracker() {
  const settled: SettledSend[] = [];
  const tracker = createSendTracker(createMemorySendTrackerStore(), (send) => void settled.push(send));
  const arrive = async (): Promise<void> => {
    for (const event of parseWebhook(statusesBody(status)))
      if (event.kind === 'status') await tracker.handleStatus(event);
  };
  return { tracker, arrive, settled };
}

test('default: the send tracker remembers a send of unknown outcome for 8 days', async () => {
  for (const [waited, found] of [
    [7 * day, 1],
    [8 * day - 1, 1],
    [8 * day, 0],
  ] as const) {
    const { tracker, arrive, settled } = makeTracker();
    await tracker.track('order-17');
    elapse(waited);
    await arrive();
    expect(settled).toHaveLength(found);
  }
});

test('default: the send tracker remembers a status that came first for 8 days', async () => {
  for (const [waited, found] of [
    [7 * day, 1],
    [8 * day - 1, 1],
    [8 * day, 0],
  ] as const) {
    const { tracker, arrive, settled } = makeTracker();
    await arrive();
    elapse(waited);
    await tracker.track('order-17');
    expect(settled).toHaveLength(found);
  }
});

test('default: the send tracker remembers a settled send for 8 days', async () => {
  const { tracker, arrive, settled } = makeTracker();
  await tracker.track('order-17');
  await arrive();
  elapse(8 * day - 1);
  // A second process that lost the same answer learns it too.
  await tracker.track('order-17');
  expect(settled).toHaveLength(2);
  expect(settled[1]).toEqual(settled[0]);
  elapse(1);
  await tracker.track('order-17');
  expect(settled).toHaveLength(2);
});
