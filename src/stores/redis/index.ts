export { createRedisDialogueStore } from './create-redis-dialogue-store.ts';
export { createRedisIdempotencyStore } from './create-redis-idempotency-store.ts';
export { createRedisQueue, type RedisQueueOptions } from './create-redis-queue.ts';
export { createRedisSendTrackerStore } from './create-redis-send-tracker-store.ts';
export type { RedisClient, RedisOptions } from './redis-client.ts';
