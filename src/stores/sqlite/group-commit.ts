import type { DatabaseSync } from 'node:sqlite';

interface Job {
  /** Runs the work inside the transaction and returns the function that settles its promise after the commit. */
  readonly attempt: () => () => void;
  readonly reject: (error: unknown) => void;
  readonly addedAt: number;
}

/** Runs the work of one turn of the event loop in one transaction, so that it shares one flush to the disk. */
export interface GroupCommit {
  /** Adds work to the next transaction. Resolves with its result once it is committed. */
  readonly run: <Value>(work: () => Value) => Promise<Value>;
  /** Commits the pending work immediately. If the file is locked, the work rejects. */
  readonly flush: () => void;
}

/** Options of {@link createGroupCommit}. */
export interface GroupCommitOptions {
  readonly database: DatabaseSync;
  /** The path of the database, for the error. */
  readonly file: string;
  /** Called before each transaction. May throw as long as the file is locked. */
  readonly prepare: () => void;
}

const maxLockedMs = 30_000;
const maxDelayMs = 50;

/** Says whether SQLite refused because another connection has locked the file. The texts are the same in every runtime, the codes are not. */
export const isLockedError = (error: unknown): boolean =>
  error instanceof Error && /database is locked|locking protocol/.test(error.message);

function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // The transaction has not begun, or SQLite has already rolled it back, for example because the disk is full.
  }
}

/**
 * Creates a {@link GroupCommit} for one connection. Work that throws rejects alone; a failed commit rejects all work in it. While another program
 * has locked the file, work waits up to 30 seconds without blocking the event loop.
 */
export function createGroupCommit({ database, file, prepare }: GroupCommitOptions): GroupCommit {
  let pending: Job[] = [];
  let refusals = 0;

  function commit(jobs: readonly Job[]): void {
    try {
      prepare();
      database.exec('BEGIN IMMEDIATE');
      const settlements = jobs.map((job) => job.attempt());
      database.exec('COMMIT');
      refusals = 0;
      for (const settle of settlements) settle();
    } catch (error) {
      rollBack(database);
      throw error;
    }
  }

  /** Tries again what has not waited too long. The delay grows from 2 to 50 ms; its random part keeps two processes from asking in step. */
  function retry(jobs: readonly Job[], cause: unknown): void {
    const since = performance.now() - maxLockedMs;
    const message = `${file}: another program has locked the SQLite database for more than ${maxLockedMs / 1000} seconds. End it, or its transaction.`;
    for (const job of jobs) if (job.addedAt < since) job.reject(new Error(message, { cause }));
    pending = jobs.filter(({ addedAt }) => addedAt >= since);
    refusals += 1;
    const delay = Math.min(2 ** refusals, maxDelayMs);
    if (pending.length > 0) setTimeout(attempt, delay * (0.5 + Math.random() / 2));
  }

  function attempt(): void {
    flush(retry);
  }

  function flush(onLocked?: (jobs: readonly Job[], error: unknown) => void): void {
    const jobs = pending;
    pending = [];
    if (jobs.length === 0) return;
    try {
      commit(jobs);
    } catch (error) {
      if (onLocked !== undefined && isLockedError(error)) onLocked(jobs, error);
      else for (const job of jobs) job.reject(error);
    }
  }

  return {
    flush: () => flush(),
    run: (work) =>
      new Promise((resolve, reject) => {
        const job: Job = {
          reject,
          addedAt: performance.now(),
          attempt: () => {
            try {
              const value = work();
              return () => resolve(value);
            } catch (error) {
              return () => job.reject(error);
            }
          },
        };
        if (pending.length === 0) setImmediate(attempt);
        pending.push(job);
      }),
  };
}
