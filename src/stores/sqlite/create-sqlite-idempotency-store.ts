import type { IdempotencyStore } from '../../webhooks/idempotency/idempotency-store.ts';
import { openDatabase, type SqliteOptions } from './open-database.ts';
import { createStoreClock } from './store-clock.ts';

/** An idempotency store in an open SQLite file. */
export interface SqliteIdempotencyStore extends IdempotencyStore {
  /** Commits the pending writes and closes the file. The other methods reject afterwards. */
  readonly close: () => void;
}

// `token` and `owner` of a lease; a processed key has neither.
const schema = `
  CREATE TABLE IF NOT EXISTS wabakit_idempotency (
    key TEXT PRIMARY KEY, token TEXT, owner TEXT, until INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS wabakit_idempotency_until ON wabakit_idempotency (until)`;
const acquireSql = `
  INSERT INTO wabakit_idempotency (key, token, owner, until) VALUES (:key, :token, :owner, :until)
  ON CONFLICT (key) DO UPDATE SET token = :token, owner = :owner, until = :until
  WHERE until <= :now OR token = :token OR (token IS NOT NULL AND owner = :owner)`;
const purgeSql =
  'DELETE FROM wabakit_idempotency WHERE key IN (SELECT key FROM wabakit_idempotency WHERE until <= ? ORDER BY until LIMIT 1000)';
const acquiresPerPurge = 500;

/**
 * Creates a durable idempotency store in one SQLite file, shared by all processes of one machine. It survives crashes and restarts; the
 * events of the last moments before a power cut may be processed again. Expired keys are deleted every 500 calls of `acquire`. A machine whose
 * clock is set neither ends nor lengthens a lease.
 *
 * Requires `node:sqlite`: Node 22.13 or later.
 *
 * @throws {UsageError} if the file cannot be opened.
 *
 * @example
 * const dedupe = createSqliteIdempotencyStore({ file: './webhooks.db' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, dedupe });
 */
export function createSqliteIdempotencyStore(options: SqliteOptions): SqliteIdempotencyStore {
  const { run, close } = openDatabase(options, {
    synchronous: 'NORMAL',
    schema,
    prepare: (database) => ({
      insert: database.prepare(acquireSql),
      find: database.prepare('SELECT token FROM wabakit_idempotency WHERE key = ?'),
      renew: database.prepare('UPDATE wabakit_idempotency SET until = ? WHERE key = ? AND token = ?'),
      commit: database.prepare(
        'UPDATE wabakit_idempotency SET token = NULL, owner = NULL, until = ? WHERE key = ? AND token = ?',
      ),
      release: database.prepare('DELETE FROM wabakit_idempotency WHERE key = ? AND token = ?'),
      purge: database.prepare(purgeSql),
      clock: createStoreClock(database),
    }),
  });
  let acquires = 0;

  return {
    acquire: (key, token, leaseMs, owner) =>
      run(({ insert, find, purge, clock }) => {
        const now = clock.now();
        acquires += 1;
        if (acquires % acquiresPerPurge === 0) {
          purge.run(now);
          clock.keep();
        }
        const lease = { key, token, owner: owner ?? null, now, until: now + leaseMs };
        if (insert.run(lease).changes === 1) return 'acquired';
        return find.get(key)?.['token'] === null ? 'processed' : 'locked';
      }),
    renew: (key, token, leaseMs) =>
      run(({ renew, clock }) => renew.run(clock.now() + leaseMs, key, token).changes === 1),
    commit: (key, token, keepMs) =>
      run(({ commit, clock }) => commit.run(clock.now() + keepMs, key, token).changes === 1),
    release: (key, token) => run(({ release }) => void release.run(key, token)),
    close,
  };
}
