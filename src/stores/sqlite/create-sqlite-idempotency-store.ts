import type { AcquireResult, IdempotencyStore } from '../../webhooks/idempotency/idempotency-store.ts';
import { openDatabase, toPromise, type SqliteOptions } from './open-database.ts';

/** An idempotency store in an open SQLite file. */
export interface SqliteIdempotencyStore extends IdempotencyStore {
  /** Closes the file. The other methods reject afterwards. */
  readonly close: () => void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS wabakit_idempotency (
    key TEXT PRIMARY KEY, processed INTEGER NOT NULL, until INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS wabakit_idempotency_until ON wabakit_idempotency (until)`;
const acquireSql = `
  INSERT INTO wabakit_idempotency (key, processed, until) VALUES (:key, 0, :until)
  ON CONFLICT (key) DO UPDATE SET processed = 0, until = :until WHERE until <= :now`;
const commitSql = 'INSERT OR REPLACE INTO wabakit_idempotency (key, processed, until) VALUES (?, 1, ?)';
const purgeSql =
  'DELETE FROM wabakit_idempotency WHERE key IN (SELECT key FROM wabakit_idempotency WHERE until <= ? ORDER BY until LIMIT 1000)';
const acquiresPerPurge = 500;

/**
 * Creates a durable idempotency store in one SQLite file, shared by all processes of one machine. It survives crashes and restarts; the
 * events of the last moments before a power cut may be processed again. Expired keys are deleted every 500 calls of `acquire`.
 *
 * Requires `node:sqlite`: Node 22.13 or later.
 *
 * @throws {UsageError} if the file cannot be opened.
 *
 * @example
 * const dedupe = createSqliteIdempotencyStore({ file: './webhooks.db' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, dedupe });
 */
export function createSqliteIdempotencyStore({ file }: SqliteOptions): SqliteIdempotencyStore {
  const database = openDatabase(file, 'NORMAL', schema);
  const insert = database.prepare(acquireSql);
  const find = database.prepare('SELECT processed FROM wabakit_idempotency WHERE key = ?');
  const commit = database.prepare(commitSql);
  const release = database.prepare('DELETE FROM wabakit_idempotency WHERE key = ? AND processed = 0');
  const purge = database.prepare(purgeSql);
  let acquires = 0;

  function acquire(key: string, leaseMs: number): AcquireResult {
    const now = Date.now();
    acquires += 1;
    if (acquires % acquiresPerPurge === 0) purge.run(now);
    if (insert.run({ key, now, until: now + leaseMs }).changes === 1) return 'acquired';
    return find.get(key)?.['processed'] === 1 ? 'processed' : 'locked';
  }

  return {
    acquire: (key, leaseMs) => toPromise(() => acquire(key, leaseMs)),
    commit: (key, keepMs) => toPromise(() => void commit.run(key, Date.now() + keepMs)),
    release: (key) => toPromise(() => void release.run(key)),
    close: () => database.close(),
  };
}
