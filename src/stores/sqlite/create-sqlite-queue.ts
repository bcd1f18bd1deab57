import type { DatabaseSync } from 'node:sqlite';
import type { QueueFailure } from '../../webhooks/queue/describe-failure.ts';
import type { WebhookLease, WebhookQueue } from '../../webhooks/queue/webhook-queue.ts';
import { createLanes } from './lanes.ts';
import { openDatabase, type SqliteOptions } from './open-database.ts';
import { readLanes, toDeadLetter, toReceivedRow } from './queue-rows.ts';
import { createStoreClock } from './store-clock.ts';

/** Options of {@link createSqliteQueue}. */
export interface SqliteQueueOptions extends SqliteOptions {
  /**
   * How long dead letters are kept, in milliseconds, such as `30 * 24 * 3_600_000`. Older ones are deleted when one is added or the queue is counted.
   * Default: until you delete them.
   */
  readonly keepDeadLettersMs?: number | undefined;
}

/** A webhook queue in an open SQLite file. */
export interface SqliteQueue extends WebhookQueue {
  /** Commits the pending writes and closes the file. Stop the worker first. If another program has locked the file, the writes reject. */
  readonly close: () => void;
}

// `state`: `open` is due at `due_at`, which is the end of its lease if it has one; `parked` waits for its lanes; `failed` waits for its next
// attempt outside of its lanes; `dead` is a dead letter. `lease` counts the leases and is the fencing token. `error` is a failure as JSON.
const schema = `
  CREATE TABLE IF NOT EXISTS wabakit_queue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at INTEGER NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL, tenant TEXT, lanes TEXT NOT NULL,
    state TEXT NOT NULL, due_at INTEGER NOT NULL, lease INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '', dead_lettered_at INTEGER
  );
  CREATE INDEX IF NOT EXISTS wabakit_queue_due ON wabakit_queue (state, due_at, id);
  CREATE INDEX IF NOT EXISTS wabakit_queue_received ON wabakit_queue (received_at) WHERE state <> 'dead';
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
const listSql = `
  SELECT * FROM wabakit_queue WHERE dead_lettered_at IS NOT NULL ORDER BY dead_lettered_at, id LIMIT ? OFFSET ?`;
const requeueSql = `
  UPDATE wabakit_queue SET state = 'failed', dead_lettered_at = NULL, attempts = 0, due_at = ? WHERE id = ? AND state = 'dead'`;
const purgeSql = `
  DELETE FROM wabakit_queue WHERE id IN (
    SELECT id FROM wabakit_queue WHERE dead_lettered_at IS NOT NULL AND dead_lettered_at <= ? ORDER BY dead_lettered_at LIMIT 1000
  )`;
const countSql = `
  SELECT count(*) AS total, count(*) FILTER (WHERE state = 'dead') AS dead,
    count(*) FILTER (WHERE state = 'open' AND due_at > ?) AS leased FROM wabakit_queue`;
const oldestSql = `SELECT min(received_at) AS at FROM wabakit_queue WHERE state <> 'dead'`;
const held = `WHERE id = :id AND lease = :token AND state = 'open'`;

function prepare(database: DatabaseSync) {
  const statements = {
    insert: database.prepare(insertSql),
    dueAgain: database.prepare(dueAgainSql),
    receive: database.prepare(receiveSql),
    renew: database.prepare(`UPDATE wabakit_queue SET due_at = :until ${held}`),
    ack: database.prepare(`DELETE FROM wabakit_queue ${held}`),
    nack: database.prepare(
      `UPDATE wabakit_queue SET state = 'failed', due_at = :until, error = :error ${held}`,
    ),
    release: database.prepare(
      `UPDATE wabakit_queue SET due_at = :until, attempts = attempts - 1, lease = lease + 1 ${held}`,
    ),
    deadLetter: database.prepare(
      `UPDATE wabakit_queue SET state = 'dead', dead_lettered_at = :at, error = :error ${held}`,
    ),
    list: database.prepare(listSql),
    requeue: database.prepare(requeueSql),
    remove: database.prepare(`DELETE FROM wabakit_queue WHERE id = ? AND state = 'dead'`),
    purge: database.prepare(purgeSql),
    count: database.prepare(countSql),
    oldest: database.prepare(oldestSql),
  };
  // A damaged row may hold an integer that no number can.
  for (const statement of [statements.receive, statements.list]) statement.setReadBigInts(true);
  return { ...statements, clock: createStoreClock(database), lanes: createLanes(database) };
}

type Statements = ReturnType<typeof prepare>;

/** Ends a lease: the webhook leaves its lanes if the change was made. */
function leave({ lanes, clock }: Statements, id: string, changes: number | bigint): boolean {
  if (changes === 1) lanes.leave(Number(id), clock.now());
  return changes === 1;
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
export function createSqliteQueue({ keepDeadLettersMs, ...options }: SqliteQueueOptions): SqliteQueue {
  const { run, close } = openDatabase(options, { synchronous: 'FULL', schema, prepare });

  function bury(statements: Statements, { id, token }: WebhookLease, failure: QueueFailure): boolean {
    const error = JSON.stringify(failure);
    const { changes } = statements.deadLetter.run({ id, token, error, at: Date.now() });
    purge(statements);
    return leave(statements, id, changes);
  }

  function purge({ purge: deleteOld }: Statements): void {
    if (keepDeadLettersMs !== undefined) deleteOld.run(Date.now() - keepDeadLettersMs);
  }

  return {
    enqueue: ({ body, headers, receivedAt, tenant, lanes: names = [] }) =>
      run(({ insert, lanes, clock }) => {
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
      run((statements) => {
        const { receive, dueAgain, lanes, clock } = statements;
        const now = clock.now();
        // Webhooks whose delay is over enter their lanes again, before those that were enqueued after them.
        for (const row of dueAgain.all({ now, limit })) lanes.enter(Number(row['id']), readLanes(row), now);
        const rows = receive.all({ now, until: now + leaseMs, limit }).map(toReceivedRow);
        if (rows.length > 0) clock.keep();
        for (const { webhook, failure } of rows)
          if (failure !== undefined) bury(statements, webhook, failure);
        return rows
          .flatMap(({ webhook, failure }) => (failure === undefined ? [webhook] : []))
          .toSorted((one, other) => Number(one.id) - Number(other.id));
      }),
    renew: ({ id, token }, leaseMs, doneLanes = []) =>
      run(({ renew, lanes, clock }) => {
        const now = clock.now();
        const { changes } = renew.run({ id, token, until: now + leaseMs });
        if (changes === 1) lanes.leave(Number(id), now, doneLanes);
        clock.keep();
        return changes === 1;
      }),
    ack: ({ id, token }) =>
      run((statements) => leave(statements, id, statements.ack.run({ id, token }).changes)),
    nack: ({ id, token }, delayMs, failure) =>
      run((statements) => {
        const { nack, clock } = statements;
        const error = JSON.stringify(failure);
        return leave(statements, id, nack.run({ id, token, error, until: clock.now() + delayMs }).changes);
      }),
    release: ({ id, token }, delayMs) =>
      run(({ release, clock }) => release.run({ id, token, until: clock.now() + delayMs }).changes === 1),
    deadLetter: (lease, failure) => run((statements) => bury(statements, lease, failure)),
    listDeadLetters: (limit, offset = 0) => run(({ list }) => list.all(limit, offset).map(toDeadLetter)),
    requeue: (id) => run(({ requeue, clock }) => requeue.run(clock.now(), id).changes === 1),
    deleteDeadLetter: (id) => run(({ remove }) => remove.run(id).changes === 1),
    getStats: () =>
      run((statements) => {
        purge(statements);
        const counts = statements.count.get(statements.clock.now());
        const at = statements.oldest.get()?.['at'] ?? undefined;
        const deadLetters = Number(counts?.['dead']);
        const inProgress = Number(counts?.['leased']);
        return {
          waiting: Number(counts?.['total']) - deadLetters - inProgress,
          inProgress,
          deadLetters,
          oldestAgeMs: at === undefined ? undefined : Math.max(Date.now() - Number(at), 0),
        };
      }),
    close,
  };
}
