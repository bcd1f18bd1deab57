import type { SendTrackerStore } from '../../webhooks/send-tracker/create-send-tracker.ts';
import { openDatabase, type SqliteOptions } from './open-database.ts';

/** A send tracker store in an open SQLite file. */
export interface SqliteSendTrackerStore extends SendTrackerStore {
  /** Closes the file. The other methods reject afterwards. */
  readonly close: () => void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS wabakit_sends (
    key TEXT PRIMARY KEY, value TEXT NOT NULL, until INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS wabakit_sends_until ON wabakit_sends (until)`;
const insertSql = `
  INSERT INTO wabakit_sends (key, value, until) VALUES (:key, :value, :until)
  ON CONFLICT (key) DO UPDATE SET value = :value, until = :until WHERE until <= :now`;

/**
 * Creates a durable store for `createSendTracker` in one SQLite file, shared by all processes of one machine. Expired keys are deleted when a
 * key is added.
 *
 * Requires `node:sqlite`: Node 22.13 or later.
 *
 * @throws {UsageError} if the file cannot be opened.
 *
 * @example
 * const sends = createSendTracker(createSqliteSendTrackerStore({ file: './webhooks.db' }), onSettled);
 */
export function createSqliteSendTrackerStore(options: SqliteOptions): SqliteSendTrackerStore {
  const { run, close } = openDatabase(options, {
    synchronous: 'NORMAL',
    schema,
    prepare: (database) => ({
      insert: database.prepare(insertSql),
      find: database.prepare('SELECT value FROM wabakit_sends WHERE key = ?'),
      replace: database.prepare('INSERT OR REPLACE INTO wabakit_sends (key, value, until) VALUES (?, ?, ?)'),
      purge: database.prepare('DELETE FROM wabakit_sends WHERE until <= ?'),
    }),
  });
  return {
    putIfAbsent: (key, value, keepMs) =>
      run(({ insert, find, purge }) => {
        const now = Date.now();
        if (insert.run({ key, value, now, until: now + keepMs }).changes === 0)
          return String(find.get(key)?.['value']);
        purge.run(now);
        return undefined;
      }),
    put: (key, value, keepMs) => run(({ replace }) => void replace.run(key, value, Date.now() + keepMs)),
    close,
  };
}
