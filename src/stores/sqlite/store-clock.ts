import type { DatabaseSync } from 'node:sqlite';

/** The clock by which the stores of one file judge leases and delays, the same for all processes. */
export interface StoreClock {
  /** Returns the time in milliseconds. It goes on evenly when the machine's clock is set. */
  readonly now: () => number;
  /** Stores the latest time, so that it is not taken back by a clock that is set while no process runs. Call it in a transaction that writes. */
  readonly keep: () => void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS wabakit_clock (id INTEGER PRIMARY KEY CHECK (id = 1), shift INTEGER NOT NULL, latest INTEGER NOT NULL);
  INSERT OR IGNORE INTO wabakit_clock (id, shift, latest) VALUES (1, 0, 0)`;

/** By how many milliseconds the two clocks of a process may drift apart between two calls; more is a step. */
const driftMs = 500;

/**
 * Creates the clock of a file: the machine's clock plus a stored shift. A process that sees the machine's clock leave its own monotonic clock
 * takes the step out of the shift, once for all processes: who finds a shift that has changed since takes it over.
 */
export function createStoreClock(database: DatabaseSync): StoreClock {
  database.exec(schema);
  const find = database.prepare('SELECT shift, latest FROM wabakit_clock');
  const setShift = database.prepare('UPDATE wabakit_clock SET shift = ?');
  const setLatest = database.prepare('UPDATE wabakit_clock SET latest = max(latest, ?)');
  let last: { readonly shift: number; readonly time: number; readonly ticks: number } | undefined;

  function now(): number {
    const row = find.get();
    const stored = Number(row?.['shift']);
    const wall = Date.now();
    const ticks = performance.now();
    const shown = wall + stored;
    const due =
      last === undefined
        ? Math.max(shown, Number(row?.['latest']))
        : last.shift === stored
          ? last.time + ticks - last.ticks
          : shown;
    const isStep = Math.abs(due - shown) > driftMs;
    const shift = isStep ? Math.round(due - wall) : stored;
    if (isStep) setShift.run(shift);
    last = { shift, time: wall + shift, ticks };
    return last.time;
  }

  return { now, keep: () => void setLatest.run(last?.time ?? 0) };
}
