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

test('args: maxKeys processed keys are remembered, and at twice as many the oldest half is forgotten', async () => {
  const store = createMemoryIdempotencyStore({ maxKeys: 2 });
  for (const key of ['a', 'b', 'c', 'd', 'e']) {
    await store.acquire(key, '1', 60_000);
    await store.commit(key, '1', 60_000);
  }
  const states = [];
  for (const key of ['e', 'd', 'c', 'b', 'a']) states.push(await store.acquire(key, '2', 60_000));
  expect(states).toEqual(['processed', 'processed', 'processed', 'acquired', 'acquired']);
});
