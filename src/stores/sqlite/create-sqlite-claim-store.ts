import type { ClaimState, ClaimStore } from '../../webhooks/receiver/ports.ts';
import { openDatabase, promised, type SqliteOptions } from './open-database.ts';

/** A claim store that holds a file open. */
export interface SqliteClaimStore extends ClaimStore {
  /** Closes the file. */
  readonly close: () => void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS wabakit_claims (
    key TEXT PRIMARY KEY, handled INTEGER NOT NULL, until INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS wabakit_claims_until ON wabakit_claims (until)`;
const claimSql = `
  INSERT INTO wabakit_claims (key, handled, until) VALUES (:key, 0, :until)
  ON CONFLICT (key) DO UPDATE SET handled = 0, until = :until WHERE until <= :now`;
const confirmSql = 'INSERT OR REPLACE INTO wabakit_claims (key, handled, until) VALUES (?, 1, ?)';
const purgeSql =
  'DELETE FROM wabakit_claims WHERE key IN (SELECT key FROM wabakit_claims WHERE until <= ? ORDER BY until LIMIT 1000)';
const claimsPerPurge = 500;

/**
 * Makes a durable claim store in one SQLite file, for all processes of one machine. Survives crashes and restarts; after a power cut the
 * last moments may be handled again. Expired keys are deleted on the way.
 *
 * Needs `node:sqlite`: Node 22.13 or later.
 *
 * @throws UsageError when the file cannot be opened.
 *
 * @example
 * const dedupe = createSqliteClaimStore({ file: './webhooks.db' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, dedupe });
 */
export function createSqliteClaimStore({ file }: SqliteOptions): SqliteClaimStore {
  const database = openDatabase(file, 'NORMAL', schema);
  const insert = database.prepare(claimSql);
  const find = database.prepare('SELECT handled FROM wabakit_claims WHERE key = ?');
  const confirm = database.prepare(confirmSql);
  const release = database.prepare('DELETE FROM wabakit_claims WHERE key = ? AND handled = 0');
  const purge = database.prepare(purgeSql);
  let claims = 0;

  function claim(key: string, leaseMs: number): ClaimState {
    const now = Date.now();
    claims += 1;
    if (claims % claimsPerPurge === 0) purge.run(now);
    if (insert.run({ key, now, until: now + leaseMs }).changes === 1) return 'claimed';
    return find.get(key)?.['handled'] === 1 ? 'handled' : 'busy';
  }

  return {
    claim: (key, leaseMs) => promised(() => claim(key, leaseMs)),
    confirm: (key, keepMs) => promised(() => void confirm.run(key, Date.now() + keepMs)),
    release: (key) => promised(() => void release.run(key)),
    close: () => database.close(),
  };
}
