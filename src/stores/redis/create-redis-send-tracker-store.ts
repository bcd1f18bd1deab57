import type { SendTrackerStore } from '../../webhooks/send-tracker/create-send-tracker.ts';
import { sendRedis, toText, type RedisOptions } from './redis-client.ts';

const putIfAbsentScript = `
local value = redis.call('GET', KEYS[1])
if not value then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
return value`;

/**
 * Creates a store for `createSendTracker` in Redis or Valkey, shared by any number of machines. Keys are named
 * `<prefix>:sends:<callback data>`, and Redis expires them.
 *
 * @example
 * const sends = createSendTracker(createRedisSendTrackerStore({ client: new Redis(process.env.REDIS_URL) }), onSettled);
 */
export function createRedisSendTrackerStore({ client, prefix = 'wabakit' }: RedisOptions): SendTrackerStore {
  const toKeyName = (key: string) => `${prefix}:sends:${key}`;
  return {
    putIfAbsent: async (key, value, keepMs) =>
      toText(await sendRedis(client, 'EVAL', putIfAbsentScript, '1', toKeyName(key), value, String(keepMs))),
    put: async (key, value, keepMs) => {
      await sendRedis(client, 'SET', toKeyName(key), value, 'PX', String(keepMs));
    },
  };
}
