import type { OutcomeStore } from '../../webhooks/send-tracker/settle-unknown.ts';
import { sendRedis, textOf, type RedisOptions } from './redis-client.ts';

const putIfAbsentScript = `
local value = redis.call('GET', KEYS[1])
if not value then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
return value`;

/**
 * Makes an outcome store for `settleUnknown` in Redis or Valkey, for any number of machines; every key expires by itself.
 *
 * @example
 * const sends = settleUnknown(createRedisOutcomeStore({ client: new Redis(process.env.REDIS_URL) }), onSettled);
 */
export function createRedisOutcomeStore({ client, prefix = 'wabakit' }: RedisOptions): OutcomeStore {
  const nameOf = (key: string) => `${prefix}:outcome:${key}`;
  return {
    putIfAbsent: async (key, value, keepMs) =>
      textOf(await sendRedis(client, 'EVAL', putIfAbsentScript, '1', nameOf(key), value, String(keepMs))),
    put: async (key, value, keepMs) => {
      await sendRedis(client, 'SET', nameOf(key), value, 'PX', String(keepMs));
    },
  };
}
