import type { DatabaseSync } from 'node:sqlite';

/** The order of webhooks per lane. The webhooks of a queue that wait or are leased are in their lanes. */
export interface Lanes {
  /** Adds a webhook to its lanes, at the place of its id, and opens it if it is the first in each. */
  readonly enter: (id: number, lanes: readonly string[], now: number) => void;
  /** Removes a webhook from its lanes, or from some of them, and opens those that are first in each of theirs now. */
  readonly leave: (id: number, now: number, only?: readonly string[]) => void;
}

// A waiting webhook has its id as its position, an open one 0: it has the lane until it leaves.
const schema = `
  CREATE TABLE IF NOT EXISTS wabakit_queue_lanes (
    lane TEXT NOT NULL, position INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (lane, position)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS wabakit_queue_lanes_id ON wabakit_queue_lanes (id)`;
const mustWaitSql = `
  SELECT 1 FROM wabakit_queue_lanes AS own WHERE own.id = :id AND EXISTS (
    SELECT 1 FROM wabakit_queue_lanes AS other WHERE other.lane = own.lane AND other.position < own.position
  ) LIMIT 1`;
const firstSql = 'SELECT id FROM wabakit_queue_lanes WHERE lane = ? ORDER BY position LIMIT 1';

/**
 * Creates the lanes of the table `wabakit_queue`. Who opens a webhook is who lets the one before it go, so that `receive` never reads what
 * waits. All methods belong in a transaction.
 */
export function createLanes(database: DatabaseSync): Lanes {
  database.exec(schema);
  const insert = database.prepare(
    'INSERT OR IGNORE INTO wabakit_queue_lanes (lane, position, id) VALUES (?, ?, ?)',
  );
  const mustWait = database.prepare(mustWaitSql);
  const hold = database.prepare('UPDATE wabakit_queue_lanes SET position = 0 WHERE id = ?');
  const setState = database.prepare('UPDATE wabakit_queue SET state = ?, due_at = ? WHERE id = ?');
  const find = database.prepare('SELECT lane FROM wabakit_queue_lanes WHERE id = ?');
  const remove = database.prepare('DELETE FROM wabakit_queue_lanes WHERE lane = ? AND id = ?');
  const findFirst = database.prepare(firstSql);

  // Due from now on, so that the next webhook of a busy user comes after those of others that are due already.
  function open(id: number, now: number): void {
    if (mustWait.get({ id }) !== undefined) return;
    hold.run(id);
    setState.run('open', now, id);
  }

  return {
    enter: (id, lanes, now) => {
      setState.run('parked', now, id);
      for (const lane of lanes) insert.run(lane, id, id);
      open(id, now);
    },
    leave: (id, now, only = find.all(id).map(({ lane }) => String(lane))) => {
      for (const lane of only) {
        if (remove.run(lane, id).changes === 0) continue;
        const first = findFirst.get(lane)?.['id'];
        if (first !== undefined) open(Number(first), now);
      }
    },
  };
}
