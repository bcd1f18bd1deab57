import type { DialogueStore } from '../../bot/store/dialogue-store.ts';
import { openDatabase, type SqliteOptions } from './open-database.ts';

/** A dialogue store in an open SQLite file. */
export interface SqliteDialogueStore extends DialogueStore {
  /** Commits the pending writes and closes the file. The other methods reject afterwards. */
  readonly close: () => void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS wabakit_dialogues (
    key TEXT PRIMARY KEY, value TEXT NOT NULL, revision TEXT NOT NULL, until INTEGER NOT NULL, due_at INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS wabakit_dialogues_until ON wabakit_dialogues (until);
  CREATE INDEX IF NOT EXISTS wabakit_dialogues_due ON wabakit_dialogues (due_at) WHERE due_at IS NOT NULL`;
const insertSql = `
  INSERT INTO wabakit_dialogues (key, value, revision, until, due_at) VALUES (:key, :value, :revision, :until, :dueAt)
  ON CONFLICT (key) DO UPDATE SET value = :value, revision = :revision, until = :until, due_at = :dueAt
  WHERE until <= :now OR revision = :revision`;
const replaceSql = `
  UPDATE wabakit_dialogues SET value = :value, revision = :revision, until = :until, due_at = :dueAt
  WHERE key = :key AND until > :now AND revision IN (:replaces, :revision)`;
const purgeSql = `
  DELETE FROM wabakit_dialogues WHERE key IN (SELECT key FROM wabakit_dialogues WHERE until <= ? ORDER BY until LIMIT 1000)`;
const writesPerPurge = 500;

/**
 * Creates a durable dialogue store in one SQLite file, shared by all processes of one machine. A write survives a crash of the process; a power cut may
 * undo the last ones, whose messages Meta then delivers again. Expired keys are deleted every 500 writes.
 *
 * Requires `node:sqlite`: Node 22.13 or later.
 *
 * @throws {UsageError} if the file cannot be opened.
 *
 * @example
 * const bot = createBot({ client: wa, dialogues: createSqliteDialogueStore({ file: './bot.db' }) });
 *
 * @beta
 */
export function createSqliteDialogueStore(options: SqliteOptions): SqliteDialogueStore {
  const { run, close } = openDatabase(options, {
    synchronous: 'NORMAL',
    schema,
    prepare: (database) => ({
      insert: database.prepare(insertSql),
      replace: database.prepare(replaceSql),
      find: database.prepare('SELECT value, revision FROM wabakit_dialogues WHERE key = ? AND until > ?'),
      remove: database.prepare('DELETE FROM wabakit_dialogues WHERE key = ?'),
      due: database.prepare('SELECT key FROM wabakit_dialogues WHERE due_at <= ? ORDER BY due_at LIMIT ?'),
      purge: database.prepare(purgeSql),
    }),
  });
  let writes = 0;

  return {
    read: (key) =>
      run(({ find }) => {
        const row = find.get(key, Date.now());
        return row && { value: String(row['value']), revision: String(row['revision']) };
      }),
    write: (key, { value, revision, replaces, expiresAt, dueAt }) =>
      run(({ insert, replace, purge }) => {
        const now = Date.now();
        writes += 1;
        if (writes % writesPerPurge === 0) purge.run(now);
        const row = { key, value, revision, until: Math.ceil(expiresAt), dueAt: dueAt ?? null, now };
        const { changes } = replaces === undefined ? insert.run(row) : replace.run({ ...row, replaces });
        return changes === 1;
      }),
    delete: (key) => run(({ remove }) => remove.run(key).changes === 1),
    listDue: (at, limit) => run(({ due }) => due.all(at, limit).map((row) => String(row['key']))),
    close,
  };
}
