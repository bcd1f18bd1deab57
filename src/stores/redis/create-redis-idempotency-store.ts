import type { IdempotencyStore } from '../../webhooks/idempotency/idempotency-store.ts';
import { sendRedis, toText, type RedisOptions } from './redis-client.ts';

const claimScript = `
local state = redis.call('GET', KEYS[1])
if state then return state end
redis.call('SET', KEYS[1], 'locked', 'PX', ARGV[1])
return 'acquired'`;

const releaseScript = `
if redis.call('GET', KEYS[1]) == 'locked' then redis.call('DEL', KEYS[1]) end`;

/**
 * Makes a claim store in Redis or Valkey, for any number of machines. A claim is one atomic script on one key, so it works on a cluster
 * too; every key expires by itself.
 *
 * @example
 * const dedupe = createRedisIdempotencyStore({ client: new Redis(process.env.REDIS_URL), prefix: 'shop' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, dedupe });
 */
export function createRedisIdempotencyStore({ client, prefix = 'wabakit' }: RedisOptions): IdempotencyStore {
  const toKeyName = (key: string) => `${prefix}:claim:${key}`;
  return {
    acquire: async (key, leaseMs) => {
      const state = toText(
        await sendRedis(client, 'EVAL', claimScript, '1', toKeyName(key), String(leaseMs)),
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
