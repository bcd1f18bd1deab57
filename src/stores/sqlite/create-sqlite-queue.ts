import type { SQLOutputValue } from 'node:sqlite';
import type { DeadLetter, QueuedWebhook, WebhookQueue } from '../../webhooks/queue/webhook-queue.ts';
import { createGroupCommit } from './group-commit.ts';
import { openDatabase, promised, type SqliteOptions } from './open-database.ts';

/** An inbox that holds a file open. */
export interface SqliteQueue extends WebhookQueue {
  /** Commits what is on its way and closes the file. Stop the worker first. */
  readonly close: () => void;
}

type Row = Record<string, SQLOutputValue>;

const schema = `
  CREATE TABLE IF NOT EXISTS wabakit_inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at INTEGER NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL,
    due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '', died_at INTEGER
  );
  CREATE INDEX IF NOT EXISTS wabakit_inbox_due ON wabakit_inbox (due_at, id) WHERE died_at IS NULL;
  CREATE INDEX IF NOT EXISTS wabakit_inbox_dead ON wabakit_inbox (died_at, id) WHERE died_at IS NOT NULL`;
const takeSql = `
  UPDATE wabakit_inbox SET due_at = :until, attempts = attempts + 1 WHERE id IN (
    SELECT id FROM wabakit_inbox WHERE died_at IS NULL AND due_at <= :now ORDER BY due_at, id LIMIT :limit
  ) RETURNING *`;

function toQueuedWebhook(row: Row): QueuedWebhook {
  const { id, attempts, received_at, headers, body } = row;
  return {
    id: String(id),
    attempts: Number(attempts),
    receivedAt: Number(received_at),
    headers: JSON.parse(String(headers)) as Record<string, string>,
    body: body instanceof Uint8Array ? body : new Uint8Array(),
  };
}

const toDeadLetter = (row: Row): DeadLetter => ({
  ...toQueuedWebhook(row),
  error: String(row['error']),
  deadLetteredAt: Number(row['died_at']),
});

/**
 * Makes a durable inbox in one SQLite file, for the processes of one machine. `accept` resolves once the webhook is flushed to the disk
 * (WAL, `synchronous = FULL`), so it survives a crash and a power cut; the webhooks of one moment share one flush.
 *
 * Needs `node:sqlite`: Node 22.13 or later.
 *
 * @throws UsageError when the file cannot be opened.
 *
 * @example
 * const inbox = createSqliteQueue({ file: './webhooks.db' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, inbox });
 * const worker = startQueueWorker({ inbox, handle: handler.handle });
 */
export function createSqliteQueue({ file }: SqliteOptions): SqliteQueue {
  const database = openDatabase(file, 'FULL', schema);
  const insert = database.prepare(
    'INSERT INTO wabakit_inbox (received_at, headers, body, due_at) VALUES (?, ?, ?, ?)',
  );
  const take = database.prepare(takeSql);
  const done = database.prepare('DELETE FROM wabakit_inbox WHERE id = ?');
  const retry = database.prepare(
    'UPDATE wabakit_inbox SET due_at = ?, error = ? WHERE id = ? AND died_at IS NULL',
  );
  const bury = database.prepare('UPDATE wabakit_inbox SET died_at = ?, error = ? WHERE id = ?');
  const dead = database.prepare(
    'SELECT * FROM wabakit_inbox WHERE died_at IS NOT NULL ORDER BY died_at, id LIMIT ?',
  );
  const revive = database.prepare(
    'UPDATE wabakit_inbox SET died_at = NULL, attempts = 0, due_at = ? WHERE id = ? AND died_at IS NOT NULL',
  );
  const discard = database.prepare('DELETE FROM wabakit_inbox WHERE id = ? AND died_at IS NOT NULL');
  const writes = createGroupCommit(database);

  return {
    enqueue: ({ body, headers, receivedAt }) =>
      writes.run(() => void insert.run(receivedAt, JSON.stringify(headers), body, Date.now())),
    receive: (limit, leaseMs) =>
      writes.run(() => {
        const now = Date.now();
        const rows = take.all({ now, until: now + leaseMs, limit });
        return rows.map(toQueuedWebhook).toSorted((one, other) => Number(one.id) - Number(other.id));
      }),
    ack: (id) => writes.run(() => void done.run(id)),
    nack: (id, delayMs, error) => writes.run(() => void retry.run(Date.now() + delayMs, error, id)),
    deadLetter: (id, error) => writes.run(() => void bury.run(Date.now(), error, id)),
    listDeadLetters: (limit) => promised(() => dead.all(limit).map(toDeadLetter)),
    requeue: (id) => writes.run(() => revive.run(Date.now(), id).changes === 1),
    deleteDeadLetter: (id) => writes.run(() => discard.run(id).changes === 1),
    close: () => {
      writes.flush();
      database.close();
    },
  };
}
