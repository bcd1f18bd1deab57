import type { AcquireResult, IdempotencyStore } from '../../webhooks/idempotency/idempotency-store.ts';
import { openDatabase, promised, type SqliteOptions } from './open-database.ts';

/** A claim store that holds a file open. */
export interface SqliteIdempotencyStore extends IdempotencyStore {
  /** Closes the file. */
  readonly close: () => void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS wabakit_idempotency (
    key TEXT PRIMARY KEY, processed INTEGER NOT NULL, until INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS wabakit_idempotency_until ON wabakit_idempotency (until)`;
const claimSql = `
  INSERT INTO wabakit_idempotency (key, processed, until) VALUES (:key, 0, :until)
  ON CONFLICT (key) DO UPDATE SET processed = 0, until = :until WHERE until <= :now`;
const commitSql = 'INSERT OR REPLACE INTO wabakit_idempotency (key, processed, until) VALUES (?, 1, ?)';
const purgeSql =
  'DELETE FROM wabakit_idempotency WHERE key IN (SELECT key FROM wabakit_idempotency WHERE until <= ? ORDER BY until LIMIT 1000)';
const claimsPerPurge = 500;

/**
 * Makes a durable claim store in one SQLite file, for all processes of one machine. Survives crashes and restarts; after a power cut the
 * last moments may be processed again. Expired keys are deleted on the way.
 *
 * Needs `node:sqlite`: Node 22.13 or later.
 *
 * @throws UsageError when the file cannot be opened.
 *
 * @example
 * const dedupe = createSqliteIdempotencyStore({ file: './webhooks.db' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, dedupe });
 */
export function createSqliteIdempotencyStore({ file }: SqliteOptions): SqliteIdempotencyStore {
  const database = openDatabase(file, 'NORMAL', schema);
  const insert = database.prepare(claimSql);
  const find = database.prepare('SELECT processed FROM wabakit_idempotency WHERE key = ?');
  const confirm = database.prepare(commitSql);
  const release = database.prepare('DELETE FROM wabakit_idempotency WHERE key = ? AND processed = 0');
  const purge = database.prepare(purgeSql);
  let claims = 0;

  function claim(key: string, leaseMs: number): AcquireResult {
    const now = Date.now();
    claims += 1;
    if (claims % claimsPerPurge === 0) purge.run(now);
    if (insert.run({ key, now, until: now + leaseMs }).changes === 1) return 'acquired';
    return find.get(key)?.['processed'] === 1 ? 'processed' : 'locked';
  }

  return {
    acquire: (key, leaseMs) => promised(() => claim(key, leaseMs)),
    commit: (key, keepMs) => promised(() => void confirm.run(key, Date.now() + keepMs)),
    release: (key) => promised(() => void release.run(key)),
    close: () => database.close(),
  };
}
