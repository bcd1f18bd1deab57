import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSqliteIdempotencyStore } from 'wabakit/sqlite';
import type { IdempotencyStore } from 'wabakit/webhooks';
import { isUsageError } from '../../../src/errors/usage-error.ts';
import { testIdempotencyStore } from '../../webhooks/idempotency/conformance.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-sqlite-'));
  file = join(folder, 'keys.db');
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

async function lock(store: IdempotencyStore, key: string): Promise<string> {
  const token = crypto.randomUUID();
  expect(await store.acquire(key, token, 60_000)).toBe('acquired');
  return token;
}
const getStates = (store: IdempotencyStore, ...keys: string[]) =>
  Promise.all(keys.map((key) => store.acquire(key, crypto.randomUUID(), 1)));

testIdempotencyStore('the SQLite store', () => {
  const store = createSqliteIdempotencyStore({ file });
  return { store, elapse: (ms) => void vi.advanceTimersByTime(ms), close: store.close };
});

test('behavior: locked and processed keys survive a restart and are shared by connections', async () => {
  const first = createSqliteIdempotencyStore({ file });
  await lock(first, 'a');
  await first.commit('b', await lock(first, 'b'), 60_000);
  const second = createSqliteIdempotencyStore({ file });
  expect(await getStates(second, 'a', 'b')).toEqual(['locked', 'processed']);
  first.close();
  second.close();
  const third = createSqliteIdempotencyStore({ file });
  expect(await getStates(third, 'a', 'b')).toEqual(['locked', 'processed']);
  third.close();
});

test('behavior: expired keys are deleted on the way', async () => {
  const store = createSqliteIdempotencyStore({ file });
  for (let turn = 0; turn < 400; turn += 1)
    await store.commit(`old-${turn}`, await lock(store, `old-${turn}`), 1000);
  vi.advanceTimersByTime(1000);
  for (let turn = 0; turn < 500; turn += 1) await lock(store, `new-${turn}`);
  store.close();
  const database = new DatabaseSync(file);
  expect(
    database.prepare("SELECT count(*) AS n FROM wabakit_idempotency WHERE key LIKE 'old-%'").get()?.['n'],
  ).toBe(0);
  expect(database.prepare('SELECT count(*) AS n FROM wabakit_idempotency').get()?.['n']).toBe(500);
  database.close();
});

test('error: a file that cannot be opened is named', () => {
  try {
    createSqliteIdempotencyStore({ file: join(folder, 'missing', 'keys.db') });
    expect.unreachable();
  } catch (error) {
    expect(isUsageError(error) && error.issues[0]?.message).toMatch(/missing.keys\.db: unable to open/);
  }
});

test('error: a store that was closed rejects instead of throwing', async () => {
  const store = createSqliteIdempotencyStore({ file });
  store.close();
  const attempt = store.acquire('a', '1', 60_000);
  await expect(attempt).rejects.toThrow(/finalized|not open/);
});
