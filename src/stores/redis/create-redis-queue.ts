import type {
  DeadLetter,
  QueuedWebhook,
  ReceivedWebhook,
  WebhookQueue,
} from '../../webhooks/queue/webhook-queue.ts';
import { sendRedis, toText, type RedisOptions } from './redis-client.ts';

// KEYS: due (sorted set by due time), items (hash of webhooks), attempts (hash), errors (hash), dead (sorted set by time), sequence (last id).
// The clock of the Redis server decides, so that the clocks of the workers need not agree.
const prelude = `
local due, items, attempts, errors, dead, sequence = unpack(KEYS)
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;
const scripts = {
  enqueue: `
local id = string.format('%016d', redis.call('INCR', sequence))
redis.call('HSET', items, id, ARGV[1])
redis.call('ZADD', due, now, id)`,
  receive: `
local received = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', now, 'LIMIT', 0, ARGV[1])) do
  redis.call('ZADD', due, now + ARGV[2], id)
  table.insert(received, { id, redis.call('HINCRBY', attempts, id, 1), redis.call('HGET', items, id) })
end
return received`,
  ack: `
redis.call('ZREM', due, ARGV[1])
for _, hash in ipairs({ items, attempts, errors }) do redis.call('HDEL', hash, ARGV[1]) end`,
  nack: `
if not redis.call('ZSCORE', due, ARGV[1]) then return end
redis.call('ZADD', due, now + ARGV[2], ARGV[1])
redis.call('HSET', errors, ARGV[1], ARGV[3])`,
  deadLetter: `
if redis.call('ZREM', due, ARGV[1]) == 0 then return end
redis.call('ZADD', dead, now, ARGV[1])
redis.call('HSET', errors, ARGV[1], ARGV[2])`,
  listDeadLetters: `
local list = {}
for _, id in ipairs(redis.call('ZRANGE', dead, 0, ARGV[1] - 1)) do
  table.insert(list, {
    id, redis.call('HGET', attempts, id), redis.call('HGET', items, id),
    redis.call('HGET', errors, id), redis.call('ZSCORE', dead, id)
  })
end
return list`,
  requeue: `
if redis.call('ZREM', dead, ARGV[1]) == 0 then return 0 end
redis.call('HDEL', attempts, ARGV[1])
return redis.call('ZADD', due, now, ARGV[1])`,
  deleteDeadLetter: `
if redis.call('ZREM', dead, ARGV[1]) == 0 then return 0 end
for _, hash in ipairs({ items, attempts, errors }) do redis.call('HDEL', hash, ARGV[1]) end
return 1`,
};

const serialize = ({ body, headers, receivedAt }: ReceivedWebhook): string =>
  JSON.stringify({ receivedAt, headers, body: Buffer.from(body).toString('base64') });

function toQueuedWebhook([id, attempts, text]: readonly unknown[]): QueuedWebhook {
  const stored = JSON.parse(toText(text) ?? '') as Omit<ReceivedWebhook, 'body'> & { body: string };
  const body = Buffer.from(stored.body, 'base64');
  return { ...stored, id: toText(id) ?? '', attempts: Number(attempts), body };
}

const toDeadLetter = (entry: readonly unknown[]): DeadLetter => ({
  ...toQueuedWebhook(entry),
  error: toText(entry[3]) ?? '',
  deadLetteredAt: Number(toText(entry[4])),
});

const toList = (reply: unknown): readonly (readonly unknown[])[] =>
  Array.isArray(reply) ? reply.filter(Array.isArray) : [];

/**
 * Creates a webhook queue in Redis or Valkey, shared by any number of machines. It is as durable as the server: with `appendfsync everysec` a
 * crash of the server's machine can lose one second of webhooks that were answered 200; with `always` it loses none.
 *
 * @example
 * const queue = createRedisQueue({ client: new Redis(process.env.REDIS_URL), prefix: 'shop' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, queue });
 * const worker = startQueueWorker({ queue, process: handler.process });
 */
export function createRedisQueue({ client, prefix = 'wabakit' }: RedisOptions): WebhookQueue {
  // One hash tag, so that a cluster keeps all keys of a queue on one node.
  const keys = ['due', 'items', 'attempts', 'errors', 'dead', 'sequence'].map(
    (name) => `{${prefix}:queue}:${name}`,
  );
  const run = (name: keyof typeof scripts, ...args: readonly (string | number)[]) =>
    sendRedis(
      client,
      'EVAL',
      `${prelude}${scripts[name]}`,
      String(keys.length),
      ...keys,
      ...args.map(String),
    );
  return {
    enqueue: async (webhook) => void (await run('enqueue', serialize(webhook))),
    receive: async (limit, leaseMs) =>
      toList(await run('receive', limit, leaseMs))
        .map(toQueuedWebhook)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    ack: async (id) => void (await run('ack', id)),
    nack: async (id, delayMs, error) => void (await run('nack', id, delayMs, error)),
    deadLetter: async (id, error) => void (await run('deadLetter', id, error)),
    listDeadLetters: async (limit) => toList(await run('listDeadLetters', limit)).map(toDeadLetter),
    requeue: async (id) => Number(await run('requeue', id)) === 1,
    deleteDeadLetter: async (id) => Number(await run('deleteDeadLetter', id)) === 1,
  };
}
