import { DatabaseSync } from 'node:sqlite';
import { UsageError } from '../../errors/usage-error.ts';

/** The file that a store uses. */
export interface SqliteOptions {
  /** The path of the database file; created if it is missing. Several stores, and several processes of one machine, may share a file. */
  readonly file: string;
}

/**
 * Opens a database in WAL mode and creates its tables.
 *
 * @param synchronous `FULL`: a commit survives a power cut. `NORMAL`: a commit survives a crash of the process; a power cut may undo
 * the last commits.
 */
export function openDatabase(file: string, synchronous: 'FULL' | 'NORMAL', schema: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file);
    database.exec('PRAGMA busy_timeout = 5000');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec(`PRAGMA synchronous = ${synchronous}`);
    database.exec(schema);
    return database;
  } catch (cause) {
    throw new UsageError({
      summary: 'The SQLite database cannot be opened',
      issues: [
        { path: 'file', message: `${file}: ${cause instanceof Error ? cause.message : String(cause)}` },
      ],
      details: ['Its folder must exist and be writable, on a local disk (not a network share).'],
      cause,
    });
  }
}

/** Runs synchronous work; what it throws becomes a rejection, as an asynchronous interface promises. */
export const toPromise = <Value>(work: () => Value): Promise<Value> =>
  new Promise((resolve) => resolve(work()));
