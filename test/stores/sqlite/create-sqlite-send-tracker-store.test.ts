import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSqliteSendTrackerStore } from 'wabakit/sqlite';
import { testSendTrackerStore } from '../../webhooks/send-tracker/conformance.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-sqlite-'));
  file = join(folder, 'outcomes.db');
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

testSendTrackerStore('the SQLite store', () => {
  const store = createSqliteSendTrackerStore({ file });
  return { store, elapse: (ms) => void vi.setSystemTime(Date.now() + ms), close: store.close };
});

test('behavior: values survive a restart, expired ones are deleted', async () => {
  const first = createSqliteSendTrackerStore({ file });
  await first.putIfAbsent('kept', 'one', 60_000);
  await first.putIfAbsent('short', 'one', 1000);
  first.close();
  vi.setSystemTime(Date.now() + 1000);
  const second = createSqliteSendTrackerStore({ file });
  expect(await second.putIfAbsent('kept', 'two', 60_000)).toBe('one');
  await second.putIfAbsent('other', 'one', 60_000);
  second.close();
  const database = new DatabaseSync(file);
  const keys = database.prepare('SELECT key FROM wabakit_sends ORDER BY key').all();
  expect(keys.map(({ key }) => key)).toEqual(['kept', 'other']);
  database.close();
});
