export { createSqliteDialogueStore, type SqliteDialogueStore } from './create-sqlite-dialogue-store.ts';
export {
  createSqliteIdempotencyStore,
  type SqliteIdempotencyStore,
} from './create-sqlite-idempotency-store.ts';
export { createSqliteQueue, type SqliteQueue, type SqliteQueueOptions } from './create-sqlite-queue.ts';
export {
  createSqliteSendTrackerStore,
  type SqliteSendTrackerStore,
} from './create-sqlite-send-tracker-store.ts';
export type { SqliteOptions } from './open-database.ts';
