import type {
  DeadLetter,
  QueuedWebhook,
  ReceivedWebhook,
  WebhookQueue,
} from '../../webhooks/queue/webhook-queue.ts';
import { sendRedis, toText, type RedisOptions } from './redis-client.ts';

// KEYS: due (sorted set: when), items (hash: the webhook), attempts (hash), errors (hash), dead (sorted set: since when), next id.
// The server's own clock decides, so that the clocks of the workers need not agree.
const prelude = `
local due, items, attempts, errors, dead, sequence = unpack(KEYS)
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;
const scripts = {
  accept: `
local id = string.format('%016d', redis.call('INCR', sequence))
redis.call('HSET', items, id, ARGV[1])
redis.call('ZADD', due, now, id)`,
  take: `
local taken = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', now, 'LIMIT', 0, ARGV[1])) do
  redis.call('ZADD', due, now + ARGV[2], id)
  table.insert(taken, { id, redis.call('HINCRBY', attempts, id, 1), redis.call('HGET', items, id) })
end
return taken`,
  done: `
redis.call('ZREM', due, ARGV[1])
for _, hash in ipairs({ items, attempts, errors }) do redis.call('HDEL', hash, ARGV[1]) end`,
  retry: `
if not redis.call('ZSCORE', due, ARGV[1]) then return end
redis.call('ZADD', due, now + ARGV[2], ARGV[1])
redis.call('HSET', errors, ARGV[1], ARGV[3])`,
  bury: `
if redis.call('ZREM', due, ARGV[1]) == 0 then return end
redis.call('ZADD', dead, now, ARGV[1])
redis.call('HSET', errors, ARGV[1], ARGV[2])`,
  listDead: `
local list = {}
for _, id in ipairs(redis.call('ZRANGE', dead, 0, ARGV[1] - 1)) do
  table.insert(list, {
    id, redis.call('HGET', attempts, id), redis.call('HGET', items, id),
    redis.call('HGET', errors, id), redis.call('ZSCORE', dead, id)
  })
end
return list`,
  revive: `
if redis.call('ZREM', dead, ARGV[1]) == 0 then return 0 end
redis.call('HDEL', attempts, ARGV[1])
return redis.call('ZADD', due, now, ARGV[1])`,
  discard: `
if redis.call('ZREM', dead, ARGV[1]) == 0 then return 0 end
for _, hash in ipairs({ items, attempts, errors }) do redis.call('HDEL', hash, ARGV[1]) end
return 1`,
};

const format = ({ body, headers, receivedAt }: ReceivedWebhook): string =>
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
 * Makes an inbox in Redis or Valkey, for any number of machines. It is as durable as the server: with `appendfsync everysec` a crash of the
 * server's machine can cost a second of webhooks that were answered 200; with `always` none.
 *
 * @example
 * const inbox = createRedisQueue({ client: new Redis(process.env.REDIS_URL), prefix: 'shop' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, inbox });
 * const worker = startQueueWorker({ inbox, handle: handler.handle });
 */
export function createRedisQueue({ client, prefix = 'wabakit' }: RedisOptions): WebhookQueue {
  // One hash tag, so that a cluster keeps the keys of an inbox together.
  const keys = ['due', 'items', 'attempts', 'errors', 'dead', 'sequence'].map(
    (name) => `{${prefix}:inbox}:${name}`,
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
    enqueue: async (webhook) => void (await run('accept', format(webhook))),
    receive: async (limit, leaseMs) =>
      toList(await run('take', limit, leaseMs))
        .map(toQueuedWebhook)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    ack: async (id) => void (await run('done', id)),
    nack: async (id, delayMs, error) => void (await run('retry', id, delayMs, error)),
    deadLetter: async (id, error) => void (await run('bury', id, error)),
    listDeadLetters: async (limit) => toList(await run('listDead', limit)).map(toDeadLetter),
    requeue: async (id) => Number(await run('revive', id)) === 1,
    deleteDeadLetter: async (id) => Number(await run('discard', id)) === 1,
  };
}
