import { closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { UsageError } from '../../errors/usage-error.ts';
import { createGroupCommit, isLockedError } from './group-commit.ts';
import { textOf } from '../../shared/text-of.ts';

/** The file that a store uses. */
export interface SqliteOptions {
  /**
   * The path of the database file; created if it is missing, readable by its owner only. Several stores, and several processes of one machine,
   * may share a file.
   */
  readonly file: string;
  /**
   * Whether to create the file and its tables where they are missing. `false` throws `UsageError` instead, which finds a wrong path. Default:
   * `true`.
   */
  readonly create?: boolean | undefined;
}

/** An open database file. */
export interface SqliteConnection<Statements> {
  /**
   * Runs work on the prepared statements in a transaction, together with other work of the same turn of the event loop. Resolves with its result
   * once it is committed. While another program has locked the file, it waits up to 30 seconds without blocking the event loop.
   */
  readonly run: <Value>(work: (statements: Statements) => Value) => Promise<Value>;
  /** Commits the pending work and closes the file. If another program has locked the file, that work rejects. */
  readonly close: () => void;
}

/** What {@link openDatabase} makes of a file. */
export interface DatabaseLayout<Statements> {
  /**
   * `FULL`: a commit survives a power cut. `NORMAL`: a commit survives a crash of the process; a power cut may undo the last commits.
   */
  readonly synchronous: 'FULL' | 'NORMAL';
  /** The SQL that creates the tables. */
  readonly schema: string;
  /** Prepares the statements, once the tables exist. */
  readonly prepare: (database: DatabaseSync) => Statements;
}

const cannotOpen = (file: string, cause: unknown): UsageError =>
  new UsageError({
    summary: 'The SQLite database cannot be opened',
    issues: [{ path: 'file', message: `${file}: ${cause instanceof Error ? cause.message : textOf(cause)}` }],
    details: ['Its folder must exist and be writable, on a local disk (not a network share).'],
    cause,
  });

/** Creates an empty file that only its owner can read; SQLite gives the files that it adds the same mode. */
function createPrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {
    // It exists, or SQLite says why it cannot be created.
  }
}

/** Opens a file. Nothing is read or written yet, so no lock can be in the way. */
function open({ file, create = true }: SqliteOptions): DatabaseSync {
  const isPath = file !== ':memory:' && !file.startsWith('file:');
  if (isPath && create) createPrivateFile(file);
  if (isPath && !create && !existsSync(file)) throw cannotOpen(file, new Error('no such file'));
  try {
    return new DatabaseSync(file);
  } catch (cause) {
    throw cannotOpen(file, cause);
  }
}

/**
 * Opens a database in WAL mode and creates its tables. If another program has locked the file, this happens when the first work can run.
 *
 * @throws {UsageError} if the file cannot be opened.
 */
export function openDatabase<Statements>(
  options: SqliteOptions,
  { synchronous, schema, prepare }: DatabaseLayout<Statements>,
): SqliteConnection<Statements> {
  const { file, create = true } = options;
  const database = open(options);
  let statements: Statements | undefined;

  function getStatements(): Statements {
    try {
      if (statements !== undefined) return statements;
      // Not a moment: SQLite would block the event loop while it waits.
      database.exec('PRAGMA busy_timeout = 0');
      database.exec(`PRAGMA synchronous = ${synchronous}`);
      if (create) database.exec(`PRAGMA journal_mode = WAL; ${schema}`);
      return (statements = prepare(database));
    } catch (error) {
      throw isLockedError(error) ? error : cannotOpen(file, error);
    }
  }

  try {
    getStatements();
  } catch (error) {
    if (!isLockedError(error)) {
      database.close();
      throw error;
    }
  }
  const transactions = createGroupCommit({ database, file, prepare: getStatements });
  return {
    run: (work) => transactions.run(() => work(getStatements())),
    close: () => {
      transactions.flush();
      database.close();
    },
  };
}
