import type { SQLOutputValue } from 'node:sqlite';
import type { DeadLetter, QueuedWebhook, WebhookQueue } from '../../webhooks/queue/webhook-queue.ts';
import { createGroupCommit } from './group-commit.ts';
import { openDatabase, toPromise, type SqliteOptions } from './open-database.ts';

/** A webhook queue in an open SQLite file. */
export interface SqliteQueue extends WebhookQueue {
  /** Commits the pending writes and closes the file. Stop the worker first. */
  readonly close: () => void;
}

type Row = Record<string, SQLOutputValue>;

const schema = `
  CREATE TABLE IF NOT EXISTS wabakit_queue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at INTEGER NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL,
    due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '', dead_lettered_at INTEGER
  );
  CREATE INDEX IF NOT EXISTS wabakit_queue_due ON wabakit_queue (due_at, id) WHERE dead_lettered_at IS NULL;
  CREATE INDEX IF NOT EXISTS wabakit_queue_dead ON wabakit_queue (dead_lettered_at, id) WHERE dead_lettered_at IS NOT NULL`;
const receiveSql = `
  UPDATE wabakit_queue SET due_at = :until, attempts = attempts + 1 WHERE id IN (
    SELECT id FROM wabakit_queue WHERE dead_lettered_at IS NULL AND due_at <= :now ORDER BY due_at, id LIMIT :limit
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
  deadLetteredAt: Number(row['dead_lettered_at']),
});

/**
 * Creates a durable webhook queue in one SQLite file, shared by all processes of one machine. `enqueue` resolves once the webhook is flushed
 * to the disk (WAL, `synchronous = FULL`), so it survives a crash and a power cut; writes of the same turn of the event loop share one flush.
 *
 * Requires `node:sqlite`: Node 22.13 or later.
 *
 * @throws {UsageError} if the file cannot be opened.
 *
 * @example
 * const queue = createSqliteQueue({ file: './webhooks.db' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, queue });
 * const worker = startQueueWorker({ queue, process: handler.process });
 */
export function createSqliteQueue({ file }: SqliteOptions): SqliteQueue {
  const database = openDatabase(file, 'FULL', schema);
  const insert = database.prepare(
    'INSERT INTO wabakit_queue (received_at, headers, body, due_at) VALUES (?, ?, ?, ?)',
  );
  const receive = database.prepare(receiveSql);
  const ack = database.prepare('DELETE FROM wabakit_queue WHERE id = ?');
  const nack = database.prepare(
    'UPDATE wabakit_queue SET due_at = ?, error = ? WHERE id = ? AND dead_lettered_at IS NULL',
  );
  const deadLetter = database.prepare(
    'UPDATE wabakit_queue SET dead_lettered_at = ?, error = ? WHERE id = ?',
  );
  const listDeadLetters = database.prepare(
    'SELECT * FROM wabakit_queue WHERE dead_lettered_at IS NOT NULL ORDER BY dead_lettered_at, id LIMIT ?',
  );
  const requeue = database.prepare(
    'UPDATE wabakit_queue SET dead_lettered_at = NULL, attempts = 0, due_at = ? WHERE id = ? AND dead_lettered_at IS NOT NULL',
  );
  const deleteDeadLetter = database.prepare(
    'DELETE FROM wabakit_queue WHERE id = ? AND dead_lettered_at IS NOT NULL',
  );
  const writes = createGroupCommit(database);

  return {
    enqueue: ({ body, headers, receivedAt }) =>
      writes.run(() => void insert.run(receivedAt, JSON.stringify(headers), body, Date.now())),
    receive: (limit, leaseMs) =>
      writes.run(() => {
        const now = Date.now();
        const rows = receive.all({ now, until: now + leaseMs, limit });
        return rows.map(toQueuedWebhook).toSorted((one, other) => Number(one.id) - Number(other.id));
      }),
    ack: (id) => writes.run(() => void ack.run(id)),
    nack: (id, delayMs, error) => writes.run(() => void nack.run(Date.now() + delayMs, error, id)),
    deadLetter: (id, error) => writes.run(() => void deadLetter.run(Date.now(), error, id)),
    listDeadLetters: (limit) => toPromise(() => listDeadLetters.all(limit).map(toDeadLetter)),
    requeue: (id) => writes.run(() => requeue.run(Date.now(), id).changes === 1),
    deleteDeadLetter: (id) => writes.run(() => deleteDeadLetter.run(id).changes === 1),
    close: () => {
      writes.flush();
      database.close();
    },
  };
}
