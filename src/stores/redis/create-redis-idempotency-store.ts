import type { IdempotencyStore } from '../../webhooks/idempotency/idempotency-store.ts';
import { sendRedis, toText, type RedisOptions } from './redis-client.ts';

const acquireScript = `
local state = redis.call('GET', KEYS[1])
if state then return state end
redis.call('SET', KEYS[1], 'locked', 'PX', ARGV[1])
return 'acquired'`;

const releaseScript = `
if redis.call('GET', KEYS[1]) == 'locked' then redis.call('DEL', KEYS[1]) end`;

/**
 * Creates an idempotency store in Redis or Valkey, shared by any number of machines. `acquire` is one atomic script on one key, so it works on
 * a cluster too. Keys are named `<prefix>:idempotency:<event key>`, and Redis expires them.
 *
 * @example
 * const dedupe = createRedisIdempotencyStore({ client: new Redis(process.env.REDIS_URL), prefix: 'shop' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, dedupe });
 */
export function createRedisIdempotencyStore({ client, prefix = 'wabakit' }: RedisOptions): IdempotencyStore {
  const toKeyName = (key: string) => `${prefix}:idempotency:${key}`;
  return {
    acquire: async (key, leaseMs) => {
      const state = toText(
        await sendRedis(client, 'EVAL', acquireScript, '1', toKeyName(key), String(leaseMs)),
      );
      return state === 'acquired' || state === 'processed' ? state : 'locked';
    },
    commit: async (key, keepMs) => {
      await sendRedis(client, 'SET', toKeyName(key), 'processed', 'PX', String(keepMs));
    },
    release: async (key) => {
      await sendRedis(client, 'EVAL', releaseScript, '1', toKeyName(key));
    },
  };
}
