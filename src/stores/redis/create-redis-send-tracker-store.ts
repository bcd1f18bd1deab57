import type { SendTrackerStore } from '../../webhooks/send-tracker/create-send-tracker.ts';
import { checkedSender } from './check-server.ts';
import { toText, type RedisOptions } from './redis-client.ts';

// DEL before SET: a server whose memory is full refuses only the first write of a script, and a delete never.
const putScript = `
redis.call('DEL', KEYS[1])
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])`;
const putIfAbsentScript = `
local value = redis.call('GET', KEYS[1])
if value then return value end${putScript}`;

/**
 * Creates a store for `createSendTracker` in Redis or Valkey, shared by any number of machines. Keys are named
 * `<prefix>:sends:<callback data>`, and Redis expires them.
 *
 * @example
 * const sends = createSendTracker(createRedisSendTrackerStore({ client: new Redis(process.env.REDIS_URL) }), onSettled);
 */
export function createRedisSendTrackerStore({ client, prefix = 'wabakit' }: RedisOptions): SendTrackerStore {
  const send = checkedSender(client, 'keys');
  const toKeyName = (key: string) => `${prefix}:sends:${key}`;
  return {
    putIfAbsent: async (key, value, keepMs) =>
      toText(await send('EVAL', putIfAbsentScript, '1', toKeyName(key), value, String(keepMs))),
    put: async (key, value, keepMs) => {
      await send('EVAL', putScript, '1', toKeyName(key), value, String(keepMs));
    },
  };
}
