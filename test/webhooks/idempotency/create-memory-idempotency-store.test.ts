import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryIdempotencyStore } from '../../../src/webhooks/idempotency/create-memory-idempotency-store.ts';
import { testIdempotencyStore } from './conformance.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

testIdempotencyStore('the memory store', () => ({
  store: createMemoryIdempotencyStore(),
  elapse: (ms) => void vi.advanceTimersByTime(ms),
  close: () => undefined,
}));

test('args: maxKeys bounds the memory; the oldest processed key goes first', async () => {
  const store = createMemoryIdempotencyStore({ maxKeys: 3 });
  for (const key of ['a', 'b', 'c', 'd']) {
    await store.acquire(key, '1', 60_000);
    await store.commit(key, '1', 60_000);
  }
  const states = [];
  for (const key of ['d', 'c', 'b', 'a']) states.push(await store.acquire(key, '2', 60_000));
  expect(states).toEqual(['processed', 'processed', 'processed', 'acquired']);
});
