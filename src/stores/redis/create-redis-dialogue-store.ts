import type { DialogueStore, StoredDialogue } from '../../bot/store/dialogue-store.ts';
import { checkedSender } from './check-server.ts';
import { toText, type RedisOptions } from './redis-client.ts';

// KEYS[1]: a hash of `value` and `revision`, which Redis expires. KEYS[2]: the keys that are due, by time; none for never. ARGV: the name of the key, the
// value, its revision, the revision that it replaces or an empty text, the time at which it expires, the time at which it is due or an empty text.
const writeScript = `
local revision = redis.call('HGET', KEYS[1], 'revision')
if revision ~= ARGV[3] and (revision or '') ~= ARGV[4] then return 0 end
redis.call('HSET', KEYS[1], 'value', ARGV[2], 'revision', ARGV[3])
redis.call('PEXPIREAT', KEYS[1], ARGV[5])
if ARGV[6] == '' then redis.call('ZREM', KEYS[2], ARGV[1]) else redis.call('ZADD', KEYS[2], ARGV[6], ARGV[1]) end
return 1`;
const deleteScript = `
redis.call('ZREM', KEYS[2], ARGV[1])
return redis.call('DEL', KEYS[1])`;

/**
 * Creates a dialogue store in Redis or Valkey, shared by any number of machines. A write is one atomic script. Keys are named
 * `{<prefix>:dialogues}:<key>`, on one node of a cluster, and Redis expires them.
 *
 * @example
 * const dialogues = createRedisDialogueStore({ client: new Redis(process.env.REDIS_URL), prefix: 'shop' });
 * const bot = createBot({ client: wa, dialogues });
 *
 * @beta
 */
export function createRedisDialogueStore({ client, prefix = 'wabakit' }: RedisOptions): DialogueStore {
  const send = checkedSender(client, 'keys');
  const due = `{${prefix}:dialogues}`;
  const toKeyName = (key: string): string => `${due}:${key}`;
  const run = async (script: string, key: string, ...args: readonly string[]): Promise<boolean> =>
    Number(await send('EVAL', script, '2', toKeyName(key), due, key, ...args)) === 1;

  async function read(key: string): Promise<StoredDialogue | undefined> {
    const reply = await send('HMGET', toKeyName(key), 'value', 'revision');
    const [value, revision] = Array.isArray(reply) ? reply.map(toText) : [];
    return value === undefined || revision === undefined ? undefined : { value, revision };
  }

  return {
    read,
    write: (key, { value, revision, replaces = '', expiresAt, dueAt }) =>
      run(
        writeScript,
        key,
        value,
        revision,
        replaces,
        String(Math.ceil(expiresAt)),
        dueAt === undefined ? '' : String(dueAt),
      ),
    delete: (key) => run(deleteScript, key),
    listDue: async (at, limit) => {
      const reply = await send('ZRANGEBYSCORE', due, '-inf', String(at), 'LIMIT', '0', String(limit));
      const keys = Array.isArray(reply) ? reply.flatMap((one) => toText(one) ?? []) : [];
      // What Redis has expired is due no more.
      const isThere = await Promise.all(keys.map(async (key) => (await read(key)) !== undefined));
      const gone = keys.filter((_, index) => !isThere[index]);
      await Promise.all(gone.map((key) => send('ZREM', due, key)));
      return keys.filter((_, index) => isThere[index]);
    },
  };
}
