import type { DatabaseSync } from 'node:sqlite';

interface Job {
  /** Runs the work inside the transaction and returns the function that settles its promise after the commit. */
  readonly attempt: () => () => void;
  readonly reject: (error: unknown) => void;
}

/** Runs the writes of one turn of the event loop in one transaction, so that they share one flush to the disk. */
export interface GroupCommit {
  /** Adds a write to the next transaction. Resolves with its result once it is committed. */
  readonly run: <Value>(work: () => Value) => Promise<Value>;
  /** Commits the pending writes immediately. */
  readonly flush: () => void;
}

function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // SQLite has already rolled the transaction back, for example because the disk is full.
  }
}

/** Creates a {@link GroupCommit} for one connection. A write that throws rejects alone; a failed commit rejects all writes in it. */
export function createGroupCommit(database: DatabaseSync): GroupCommit {
  let pending: Job[] = [];

  function flush(): void {
    const jobs = pending;
    pending = [];
    if (jobs.length === 0) return;
    try {
      database.exec('BEGIN IMMEDIATE');
      const settlements = jobs.map((job) => job.attempt());
      database.exec('COMMIT');
      for (const settle of settlements) settle();
    } catch (error) {
      rollBack(database);
      for (const job of jobs) job.reject(error);
    }
  }

  return {
    flush,
    run: (work) =>
      new Promise((resolve, reject) => {
        const job: Job = {
          reject,
          attempt: () => {
            try {
              const value = work();
              return () => resolve(value);
            } catch (error) {
              return () => job.reject(error);
            }
          },
        };
        if (pending.length === 0) setImmediate(flush);
        pending.push(job);
      }),
  };
}
