export { createRedisClaimStore } from './create-redis-claim-store.ts';
export { createRedisInbox } from './create-redis-inbox.ts';
export { createRedisOutcomeStore } from './create-redis-outcome-store.ts';
export type { RedisClient, RedisOptions } from './redis-client.ts';
