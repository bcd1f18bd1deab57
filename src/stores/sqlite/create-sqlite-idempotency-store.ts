import { randomUUID } from 'node:crypto';
import type { AcquireResult, IdempotencyStore } from '../../webhooks/idempotency/idempotency-store.ts';
import { createGroupCommit } from './group-commit.ts';
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
  WHERE until <= :now OR (token IS NOT NULL AND owner = :owner)`;
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
export function createSqliteIdempotencyStore({ file }: SqliteOptions): SqliteIdempotencyStore {
  const database = openDatabase(file, 'NORMAL', schema);
  const clock = createStoreClock(database);
  const writes = createGroupCommit(database);
  const insert = database.prepare(acquireSql);
  const find = database.prepare('SELECT token FROM wabakit_idempotency WHERE key = ?');
  const renew = database.prepare('UPDATE wabakit_idempotency SET until = ? WHERE key = ? AND token = ?');
  const commit = database.prepare(
    'UPDATE wabakit_idempotency SET token = NULL, owner = NULL, until = ? WHERE key = ? AND token = ?',
  );
  const release = database.prepare('DELETE FROM wabakit_idempotency WHERE key = ? AND token = ?');
  const purge = database.prepare(purgeSql);
  let acquires = 0;

  function acquire(key: string, leaseMs: number, owner: string | null): AcquireResult {
    const now = clock.now();
    acquires += 1;
    if (acquires % acquiresPerPurge === 0) {
      purge.run(now);
      clock.keep();
    }
    const token = randomUUID();
    if (insert.run({ key, token, owner, now, until: now + leaseMs }).changes === 1)
      return { state: 'acquired', token };
    return { state: find.get(key)?.['token'] === null ? 'processed' : 'locked' };
  }

  return {
    acquire: (key, leaseMs, owner = undefined) => writes.run(() => acquire(key, leaseMs, owner ?? null)),
    renew: (key, token, leaseMs) =>
      writes.run(() => renew.run(clock.now() + leaseMs, key, token).changes === 1),
    commit: (key, token, keepMs) =>
      writes.run(() => commit.run(clock.now() + keepMs, key, token).changes === 1),
    release: (key, token) => writes.run(() => void release.run(key, token)),
    close: () => {
      writes.flush();
      database.close();
    },
  };
}
