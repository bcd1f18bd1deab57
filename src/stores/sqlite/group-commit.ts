import type { DatabaseSync } from 'node:sqlite';

interface Job {
  /** Does the work inside the transaction; what it returns settles the promise once the commit is through. */
  readonly attempt: () => () => void;
  readonly reject: (error: unknown) => void;
}

/** Collects the writes of one turn of the event loop into one transaction, so that they share one flush to the disk. */
export interface GroupCommit {
  /** Does a piece of work; resolves once it is committed. */
  readonly run: <Value>(work: () => Value) => Promise<Value>;
  /** Commits what waits, at once. */
  readonly flush: () => void;
}

function undo(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // A full disk has ended the transaction already.
  }
}

/** Makes a {@link GroupCommit} for one connection. A piece of work that throws rejects alone; a commit that fails rejects them all. */
export function createGroupCommit(database: DatabaseSync): GroupCommit {
  let waiting: Job[] = [];

  function flush(): void {
    const jobs = waiting;
    waiting = [];
    if (jobs.length === 0) return;
    try {
      database.exec('BEGIN IMMEDIATE');
      const settlements = jobs.map((job) => job.attempt());
      database.exec('COMMIT');
      for (const settle of settlements) settle();
    } catch (error) {
      undo(database);
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
        if (waiting.length === 0) setImmediate(flush);
        waiting.push(job);
      }),
  };
}
