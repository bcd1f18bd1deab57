export { createSqliteClaimStore, type SqliteClaimStore } from './create-sqlite-claim-store.ts';
export type { SqliteOptions } from './open-database.ts';
