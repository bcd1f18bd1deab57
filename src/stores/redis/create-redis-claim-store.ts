import type { ClaimStore } from '../../webhooks/receiver/ports.ts';
import { sendRedis, textOf, type RedisOptions } from './redis-client.ts';

const claimScript = `
local state = redis.call('GET', KEYS[1])
if state then return state end
redis.call('SET', KEYS[1], 'busy', 'PX', ARGV[1])
return 'claimed'`;

const releaseScript = `
if redis.call('GET', KEYS[1]) == 'busy' then redis.call('DEL', KEYS[1]) end`;

/**
 * Makes a claim store in Redis or Valkey, for any number of machines. A claim is one atomic script on one key, so it works on a cluster
 * too; every key expires by itself.
 *
 * @example
 * const dedupe = createRedisClaimStore({ client: new Redis(process.env.REDIS_URL), prefix: 'shop' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, dedupe });
 */
export function createRedisClaimStore({ client, prefix = 'wabakit' }: RedisOptions): ClaimStore {
  const nameOf = (key: string) => `${prefix}:claim:${key}`;
  return {
    claim: async (key, leaseMs) => {
      const state = textOf(await sendRedis(client, 'EVAL', claimScript, '1', nameOf(key), String(leaseMs)));
      return state === 'claimed' || state === 'handled' ? state : 'busy';
    },
    confirm: async (key, keepMs) => {
      await sendRedis(client, 'SET', nameOf(key), 'handled', 'PX', String(keepMs));
    },
    release: async (key) => {
      await sendRedis(client, 'EVAL', releaseScript, '1', nameOf(key));
    },
  };
}
