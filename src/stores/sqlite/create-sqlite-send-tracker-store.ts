import type { SendTrackerStore } from '../../webhooks/send-tracker/create-send-tracker.ts';
import { openDatabase, promised, type SqliteOptions } from './open-database.ts';

/** An outcome store that holds a file open. */
export interface SqliteSendTrackerStore extends SendTrackerStore {
  /** Closes the file. */
  readonly close: () => void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS wabakit_outcomes (
    key TEXT PRIMARY KEY, value TEXT NOT NULL, until INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS wabakit_outcomes_until ON wabakit_outcomes (until)`;
const insertSql = `
  INSERT INTO wabakit_outcomes (key, value, until) VALUES (:key, :value, :until)
  ON CONFLICT (key) DO UPDATE SET value = :value, until = :until WHERE until <= :now`;

/**
 * Makes a durable outcome store for `createSendTracker` in one SQLite file, for the processes of one machine.
 *
 * @throws UsageError when the file cannot be opened.
 *
 * @example
 * const sends = createSendTracker(createSqliteSendTrackerStore({ file: './webhooks.db' }), onSettled);
 */
export function createSqliteSendTrackerStore({ file }: SqliteOptions): SqliteSendTrackerStore {
  const database = openDatabase(file, 'NORMAL', schema);
  const insert = database.prepare(insertSql);
  const find = database.prepare('SELECT value FROM wabakit_outcomes WHERE key = ?');
  const replace = database.prepare(
    'INSERT OR REPLACE INTO wabakit_outcomes (key, value, until) VALUES (?, ?, ?)',
  );
  const purge = database.prepare('DELETE FROM wabakit_outcomes WHERE until <= ?');

  function putIfAbsent(key: string, value: string, keepMs: number): string | undefined {
    const now = Date.now();
    if (insert.run({ key, value, now, until: now + keepMs }).changes === 0)
      return String(find.get(key)?.['value']);
    purge.run(now);
    return undefined;
  }

  return {
    putIfAbsent: (key, value, keepMs) => promised(() => putIfAbsent(key, value, keepMs)),
    put: (key, value, keepMs) => promised(() => void replace.run(key, value, Date.now() + keepMs)),
    close: () => database.close(),
  };
}
