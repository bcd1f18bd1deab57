import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemorySendTrackerStore } from '../../../src/webhooks/send-tracker/create-memory-send-tracker-store.ts';
import { testSendTrackerStore } from './conformance.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

testSendTrackerStore('the memory store', () => ({
  store: createMemorySendTrackerStore(),
  elapse: (ms) => void vi.setSystemTime(Date.now() + ms),
  close: () => undefined,
}));

test('args: maxKeys are remembered, and at twice as many the oldest half is forgotten', async () => {
  const store = createMemorySendTrackerStore({ maxKeys: 2 });
  for (const key of ['a', 'b', 'c', 'd', 'e']) await store.putIfAbsent(key, key, 60_000);
  const found = [];
  for (const key of ['e', 'd', 'c', 'b', 'a']) found.push(await store.putIfAbsent(key, 'new', 60_000));
  expect(found).toEqual(['e', 'd', 'c', undefined, undefined]);
});
