/**
 * A stored conversation.
 *
 * @beta
 */
export interface StoredDialogue {
  /** What the bot remembers, as JSON. It contains what the user wrote. */
  readonly value: string;
  /** The revision that the next write must name. */
  readonly revision: string;
}

/**
 * A new value, and what must be there for it to be stored.
 *
 * @beta
 */
export interface DialogueWrite {
  /** The new value, as JSON. */
  readonly value: string;
  /** The revision of the new value: a random text of the caller. */
  readonly revision: string;
  /** The revision that is replaced; `undefined` if there must be none yet. */
  readonly replaces: string | undefined;
  /** When the value may be forgotten, in epoch milliseconds. */
  readonly expiresAt: number;
  /** From when on `listDue` returns the key, in epoch milliseconds; `undefined` for never. */
  readonly dueAt: number | undefined;
}

/**
 * Where a bot keeps what it remembers of each user: dialogue, state, processed events and unsent messages, in one value per user. All processes of
 * a bot share one store. Every write is a compare-and-set, so that no process overwrites what another one has stored.
 *
 * `createMemoryDialogueStore`, `createSqliteDialogueStore` of `wabakit/sqlite` and `createRedisDialogueStore` of `wabakit/redis` make one.
 *
 * @beta
 */
export interface DialogueStore {
  /** Returns what is stored under a key; `undefined` if nothing is, or it has expired. */
  readonly read: (key: string) => Promise<StoredDialogue | undefined>;
  /**
   * Stores a value, atomically, if the key still has the revision that it replaces. Returns `false` if it has another one, and stores nothing. A write
   * that is repeated because its reply was lost returns `true`.
   */
  readonly write: (key: string, write: DialogueWrite) => Promise<boolean>;
  /** Deletes a key. Returns `false` if there is none. */
  readonly delete: (key: string) => Promise<boolean>;
  /** Returns up to `limit` keys whose `dueAt` is `at` or earlier, the earliest first. */
  readonly listDue: (at: number, limit: number) => Promise<readonly string[]>;
}
