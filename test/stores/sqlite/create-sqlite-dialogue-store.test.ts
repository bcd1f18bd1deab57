import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSqliteDialogueStore } from 'wabakit/sqlite';
import { testDialogueStore } from '../../bot/store-conformance.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-sqlite-'));
  file = join(folder, 'bot.db');
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

testDialogueStore('the SQLite store', () => {
  const store = createSqliteDialogueStore({ file });
  return { store, elapse: (ms) => void vi.setSystemTime(Date.now() + ms), close: store.close };
});

test('behavior: values survive a restart, and expired ones are deleted every 500 writes', async () => {
  const first = createSqliteDialogueStore({ file });
  const now = Date.now();
  const more = { value: '{}', revision: 'r1', replaces: undefined, dueAt: undefined };
  await first.write('kept', { ...more, expiresAt: now + 60_000 });
  await first.write('short', { ...more, expiresAt: now + 1000 });
  first.close();
  vi.setSystemTime(now + 1000);
  const second = createSqliteDialogueStore({ file });
  expect(await second.read('kept')).toEqual({ value: '{}', revision: 'r1' });
  await Promise.all(
    Array.from({ length: 500 }, () => second.write('other', { ...more, expiresAt: now + 60_000 })),
  );
  second.close();
  const database = new DatabaseSync(file);
  const keys = database.prepare('SELECT key FROM wabakit_dialogues ORDER BY key').all();
  expect(keys.map(({ key }) => key)).toEqual(['kept', 'other']);
  database.close();
});
