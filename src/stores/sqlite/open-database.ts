import { DatabaseSync } from 'node:sqlite';
import { UsageError } from '../../errors/usage-error.ts';

/** Where a store of this entry keeps its data. */
export interface SqliteOptions {
  /** The database file; made when it is missing. Several stores may share one file, and several processes of one machine. */
  readonly file: string;
}

/**
 * Opens a database in WAL mode and makes its tables.
 *
 * @param synchronous `FULL`: a commit survives a power cut. `NORMAL`: it survives a crash of the process; the last ones may be undone by a
 * power cut.
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

/** Does synchronous work so that what it throws becomes a rejection, as an asynchronous interface promises. */
export const promised = <Value>(work: () => Value): Promise<Value> =>
  new Promise((resolve) => resolve(work()));
