import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryDialogueStore } from 'wabakit/bot';
import { testDialogueStore } from './store-conformance.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

testDialogueStore('the memory store', () => ({
  store: createMemoryDialogueStore(),
  elapse: (ms) => void vi.setSystemTime(Date.now() + ms),
  close: () => undefined,
}));

test('args: of more users than maxKeys, the one who was silent longest is forgotten', async () => {
  const store = createMemoryDialogueStore({ maxKeys: 2 });
  const more = { value: '{}', expiresAt: Date.now() + 1000, dueAt: undefined };
  await store.write('a', { revision: '1', replaces: undefined, ...more });
  await store.write('b', { revision: '1', replaces: undefined, ...more });
  await store.write('a', { revision: '2', replaces: '1', ...more });
  await store.write('c', { revision: '1', replaces: undefined, ...more });
  const found = await Promise.all(['a', 'b', 'c'].map((key) => store.read(key)));
  expect(found.map((one) => one?.revision)).toEqual(['2', undefined, '1']);
});
