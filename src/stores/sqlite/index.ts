export { createSqliteClaimStore, type SqliteClaimStore } from './create-sqlite-claim-store.ts';
export { createSqliteInbox, type SqliteInbox } from './create-sqlite-inbox.ts';
export { createSqliteOutcomeStore, type SqliteOutcomeStore } from './create-sqlite-outcome-store.ts';
export type { SqliteOptions } from './open-database.ts';
