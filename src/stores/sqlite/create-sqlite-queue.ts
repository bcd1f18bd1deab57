import type { SQLOutputValue } from 'node:sqlite';
import type { DeadLetter, QueuedWebhook, WebhookQueue } from '../../webhooks/queue/webhook-queue.ts';
import { createGroupCommit } from './group-commit.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { openDatabase, toPromise, type SqliteOptions } from './open-database.ts';
import { createStoreClock } from './store-clock.ts';

/** A webhook queue in an open SQLite file. */
export interface SqliteQueue extends WebhookQueue {
  /** Commits the pending writes and closes the file. Stop the worker first. */
  readonly close: () => void;
}

type Row = Record<string, SQLOutputValue>;

// `state`: `open` is due at `due_at`, which is the end of its lease if it has one; `parked` waits for its lanes; `failed` waits for its next
// attempt outside of its lanes; `dead` is a dead letter. `lease` counts the leases and is the fencing token.
const schema = `
  CREATE TABLE IF NOT EXISTS wabakit_queue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at INTEGER NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL, tenant TEXT, lanes TEXT NOT NULL,
    state TEXT NOT NULL, due_at INTEGER NOT NULL, lease INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '', dead_lettered_at INTEGER
  );
  CREATE INDEX IF NOT EXISTS wabakit_queue_due ON wabakit_queue (state, due_at, id);
  CREATE INDEX IF NOT EXISTS wabakit_queue_dead ON wabakit_queue (dead_lettered_at, id) WHERE dead_lettered_at IS NOT NULL`;
const insertSql = `
  INSERT INTO wabakit_queue (received_at, headers, body, tenant, lanes, state, due_at)
  VALUES (:receivedAt, :headers, :body, :tenant, :lanes, 'parked', :now)`;
const dueAgainSql = `
  SELECT id, lanes FROM wabakit_queue WHERE state = 'failed' AND due_at <= :now ORDER BY due_at, id LIMIT :limit`;
const receiveSql = `
  UPDATE wabakit_queue SET due_at = :until, attempts = attempts + 1, lease = lease + 1 WHERE id IN (
    SELECT id FROM wabakit_queue WHERE state = 'open' AND due_at <= :now ORDER BY due_at, id LIMIT :limit
  ) RETURNING *`;
const held = `WHERE id = :id AND lease = :token AND state = 'open'`;

function toStoredWebhook(row: Row): Omit<QueuedWebhook, 'token'> {
  const { id, attempts, received_at, headers, body, tenant } = row;
  return {
    id: String(id),
    attempts: Number(attempts),
    receivedAt: Number(received_at),
    headers: JSON.parse(String(headers)) as Record<string, string>,
    body: body instanceof Uint8Array ? body : new Uint8Array(),
    tenant: typeof tenant === 'string' ? tenant : undefined,
  };
}

const toQueuedWebhook = (row: Row): QueuedWebhook => ({
  ...toStoredWebhook(row),
  token: String(row['lease']),
});

const toDeadLetter = (row: Row): DeadLetter => ({
  ...toStoredWebhook(row),
  error: String(row['error']),
  deadLetteredAt: Number(row['dead_lettered_at']),
});

/** Lets webhooks whose delay is over enter their lanes again, before those that were enqueued after them. */
function enterAgain(lanes: Lanes, rows: readonly Row[], now: number): void {
  for (const row of rows) lanes.enter(Number(row['id']), JSON.parse(String(row['lanes'])) as string[], now);
}

/**
 * Creates a durable webhook queue in one SQLite file, shared by all processes of one machine. `enqueue` resolves once the webhook is flushed
 * to the disk (WAL, `synchronous = FULL`), so it survives a crash and a power cut; writes of the same turn of the event loop share one flush. A
 * machine whose clock is set neither ends a lease nor holds a webhook up.
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
  const clock = createStoreClock(database);
  const lanes = createLanes(database);
  const writes = createGroupCommit(database);
  const insert = database.prepare(insertSql);
  const dueAgain = database.prepare(dueAgainSql);
  const receive = database.prepare(receiveSql);
  const renew = database.prepare(`UPDATE wabakit_queue SET due_at = :until ${held}`);
  const ack = database.prepare(`DELETE FROM wabakit_queue ${held}`);
  const nack = database.prepare(
    `UPDATE wabakit_queue SET state = 'failed', due_at = :until, error = :error ${held}`,
  );
  const release = database.prepare(
    `UPDATE wabakit_queue SET due_at = :until, attempts = attempts - 1, lease = lease + 1 ${held}`,
  );
  const deadLetter = database.prepare(
    `UPDATE wabakit_queue SET state = 'dead', dead_lettered_at = :at, error = :error ${held}`,
  );
  const listDeadLetters = database.prepare(
    'SELECT * FROM wabakit_queue WHERE dead_lettered_at IS NOT NULL ORDER BY dead_lettered_at, id LIMIT ?',
  );
  const requeue = database.prepare(
    `UPDATE wabakit_queue SET state = 'failed', dead_lettered_at = NULL, attempts = 0, due_at = ? WHERE id = ? AND state = 'dead'`,
  );
  const deleteDeadLetter = database.prepare(`DELETE FROM wabakit_queue WHERE id = ? AND state = 'dead'`);

  /** Ends a lease: the webhook leaves its lanes if the change was made. */
  function leave(id: string, changes: number | bigint): boolean {
    if (changes === 1) lanes.leave(Number(id), clock.now());
    return changes === 1;
  }

  return {
    enqueue: ({ body, headers, receivedAt, tenant, lanes: names = [] }) =>
      writes.run(() => {
        const now = clock.now();
        const { lastInsertRowid } = insert.run({
          receivedAt,
          headers: JSON.stringify(headers),
          body,
          tenant: tenant ?? null,
          lanes: JSON.stringify(names),
          now,
        });
        lanes.enter(Number(lastInsertRowid), names, now);
        clock.keep();
      }),
    receive: (limit, leaseMs) =>
      writes.run(() => {
        const now = clock.now();
        enterAgain(lanes, dueAgain.all({ now, limit }), now);
        const rows = receive.all({ now, until: now + leaseMs, limit });
        if (rows.length > 0) clock.keep();
        return rows.map(toQueuedWebhook).toSorted((one, other) => Number(one.id) - Number(other.id));
      }),
    renew: ({ id, token }, leaseMs, doneLanes = []) =>
      writes.run(() => {
        const now = clock.now();
        const { changes } = renew.run({ id, token, until: now + leaseMs });
        if (changes === 1) lanes.leave(Number(id), now, doneLanes);
        clock.keep();
        return changes === 1;
      }),
    ack: ({ id, token }) => writes.run(() => leave(id, ack.run({ id, token }).changes)),
    nack: ({ id, token }, delayMs, error) =>
      writes.run(() => leave(id, nack.run({ id, token, error, until: clock.now() + delayMs }).changes)),
    release: ({ id, token }, delayMs) =>
      writes.run(() => release.run({ id, token, until: clock.now() + delayMs }).changes === 1),
    deadLetter: ({ id, token }, error) =>
      writes.run(() => leave(id, deadLetter.run({ id, token, error, at: Date.now() }).changes)),
    listDeadLetters: (limit) => toPromise(() => listDeadLetters.all(limit).map(toDeadLetter)),
    requeue: (id) => writes.run(() => requeue.run(clock.now(), id).changes === 1),
    deleteDeadLetter: (id) => writes.run(() => deleteDeadLetter.run(id).changes === 1),
    close: () => {
      writes.flush();
      database.close();
    },
  };
}
