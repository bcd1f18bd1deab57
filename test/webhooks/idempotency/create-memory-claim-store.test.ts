import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryClaimStore } from '../../../src/webhooks/idempotency/create-memory-claim-store.ts';
import { testClaimStore } from './conformance.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

testClaimStore('the memory store', () => ({
  store: createMemoryClaimStore(),
  elapse: (ms) => void vi.setSystemTime(Date.now() + ms),
  close: () => undefined,
}));

test('args: maxKeys bounds the memory; the oldest handled key goes first', async () => {
  const store = createMemoryClaimStore({ maxKeys: 3 });
  for (const key of ['a', 'b', 'c', 'd']) {
    await store.claim(key, 60_000);
    await store.confirm(key, 60_000);
  }
  const states = [];
  for (const key of ['d', 'c', 'b', 'a']) states.push(await store.claim(key, 60_000));
  expect(states).toEqual(['handled', 'handled', 'handled', 'claimed']);
});
