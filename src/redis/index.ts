export { createRedisClaimStore } from './create-redis-claim-store.ts';
export type { RedisClient, RedisOptions } from './redis-client.ts';
