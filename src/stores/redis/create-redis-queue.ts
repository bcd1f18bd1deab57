import type {
  DeadLetter,
  EnqueuedWebhook,
  QueuedWebhook,
  WebhookQueue,
} from '../../webhooks/queue/webhook-queue.ts';
import { createRedisClock } from './redis-clock.ts';
import { sendRedis, toText, type RedisOptions } from './redis-client.ts';

// KEYS: open (sorted set of what is due, by due time or end of lease), failed (sorted set of what waits for its next attempt, by due time),
// lanes (see below), memberships (hash of the lanes of each webhook, as JSON), leases (hash of counters: the fencing tokens), items (hash of
// webhooks), attempts (hash), errors (hash), dead (sorted set by time), sequence (last id). ARGV[1] is the time of the clock.
//
// `lanes` has a member for each webhook in each of its lanes: lane, position, id. A waiting webhook has its id as its position, an open one
// zeros: it has the lane until it leaves. Who lets a webhook go opens those that are first in each of theirs now, so that `receive` never reads
// what waits.
const prelude = `
local open, failed, lanes, memberships, leases, items, attempts, errors, dead, sequence = unpack(KEYS)
local now = tonumber(ARGV[1])
local zeros = string.rep('0', 16)
local function lanesOf(id)
  return cjson.decode(redis.call('HGET', memberships, id) or '[]')
end
local function toMember(lane, position, id)
  return lane .. '\\0' .. position .. id
end
local function findFirst(lane)
  local first = redis.call('ZRANGEBYLEX', lanes, '[' .. lane .. '\\0', '(' .. lane .. '\\1', 'LIMIT', 0, 1)[1]
  return first and string.sub(first, -16)
end
local function openIfFirst(id)
  local names = lanesOf(id)
  for _, lane in ipairs(names) do
    if findFirst(lane) ~= id then return end
  end
  for _, lane in ipairs(names) do
    redis.call('ZREM', lanes, toMember(lane, id, id))
    redis.call('ZADD', lanes, 0, toMember(lane, zeros, id))
  end
  redis.call('ZADD', open, now, id)
end
local function enter(id)
  for _, lane in ipairs(lanesOf(id)) do redis.call('ZADD', lanes, 0, toMember(lane, id, id)) end
  openIfFirst(id)
end
local function leave(id, names)
  for _, lane in ipairs(names) do
    if redis.call('ZREM', lanes, toMember(lane, zeros, id)) == 1 then
      local first = findFirst(lane)
      if first then openIfFirst(first) end
    end
  end
end
local function close(id)
  redis.call('ZREM', open, id)
  leave(id, lanesOf(id))
end
local function remove(id)
  for _, hash in ipairs({ items, attempts, errors, memberships, leases }) do redis.call('HDEL', hash, id) end
end
local function isLost()
  return redis.call('HGET', leases, ARGV[2]) ~= ARGV[3] or not redis.call('ZSCORE', open, ARGV[2])
end
`;
const scripts = {
  enqueue: `
local id = string.format('%016d', redis.call('INCR', sequence))
redis.call('HSET', items, id, ARGV[2])
if ARGV[3] ~= '[]' then redis.call('HSET', memberships, id, ARGV[3]) end
enter(id)`,
  receive: `
for _, id in ipairs(redis.call('ZRANGEBYSCORE', failed, '-inf', now, 'LIMIT', 0, ARGV[2])) do
  redis.call('ZREM', failed, id)
  enter(id)
end
local received = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', open, '-inf', now, 'LIMIT', 0, ARGV[2])) do
  redis.call('ZADD', open, now + ARGV[3], id)
  local lease = redis.call('HINCRBY', leases, id, 1)
  table.insert(received, { id, redis.call('HINCRBY', attempts, id, 1), redis.call('HGET', items, id), lease })
end
return received`,
  renew: `
if isLost() then return 0 end
redis.call('ZADD', open, now + ARGV[4], ARGV[2])
leave(ARGV[2], cjson.decode(ARGV[5]))
return 1`,
  ack: `
if isLost() then return 0 end
close(ARGV[2])
remove(ARGV[2])
return 1`,
  nack: `
if isLost() then return 0 end
close(ARGV[2])
redis.call('ZADD', failed, now + ARGV[4], ARGV[2])
redis.call('HSET', errors, ARGV[2], ARGV[5])
return 1`,
  release: `
if isLost() then return 0 end
redis.call('ZADD', open, now + ARGV[4], ARGV[2])
redis.call('HINCRBY', leases, ARGV[2], 1)
redis.call('HINCRBY', attempts, ARGV[2], -1)
return 1`,
  deadLetter: `
if isLost() then return 0 end
close(ARGV[2])
local time = redis.call('TIME')
redis.call('ZADD', dead, time[1] * 1000 + math.floor(time[2] / 1000), ARGV[2])
redis.call('HSET', errors, ARGV[2], ARGV[4])
return 1`,
  listDeadLetters: `
local list = {}
for _, id in ipairs(redis.call('ZRANGE', dead, 0, ARGV[2] - 1)) do
  table.insert(list, {
    id, redis.call('HGET', attempts, id), redis.call('HGET', items, id),
    redis.call('HGET', errors, id), redis.call('ZSCORE', dead, id)
  })
end
return list`,
  requeue: `
if redis.call('ZREM', dead, ARGV[2]) == 0 then return 0 end
redis.call('HDEL', attempts, ARGV[2])
return redis.call('ZADD', failed, now, ARGV[2])`,
  deleteDeadLetter: `
if redis.call('ZREM', dead, ARGV[2]) == 0 then return 0 end
remove(ARGV[2])
return 1`,
};

const serialize = ({ body, headers, receivedAt, tenant }: EnqueuedWebhook): string =>
  JSON.stringify({ receivedAt, headers, tenant, body: Buffer.from(body).toString('base64') });

// A lane may hold any text of a body; the character that ends it in a member may not.
const toLanes = (lanes: readonly string[] = []): string =>
  JSON.stringify([...new Set(lanes.map((lane) => lane.replaceAll('\0', '')))]);

type StoredWebhook = Omit<QueuedWebhook, 'token'>;

function toStoredWebhook([id, attempts, text]: readonly unknown[]): StoredWebhook {
  const stored = JSON.parse(toText(text) ?? '') as Omit<EnqueuedWebhook, 'body'> & { body: string };
  const body = Buffer.from(stored.body, 'base64');
  return { ...stored, id: toText(id) ?? '', attempts: Number(attempts), tenant: stored.tenant, body };
}

const toQueuedWebhook = (entry: readonly unknown[]): QueuedWebhook => ({
  ...toStoredWebhook(entry),
  token: String(entry[3]),
});

const toDeadLetter = (entry: readonly unknown[]): DeadLetter => ({
  ...toStoredWebhook(entry),
  error: toText(entry[3]) ?? '',
  deadLetteredAt: Number(toText(entry[4])),
});

const toList = (reply: unknown): readonly (readonly unknown[])[] =>
  Array.isArray(reply) ? reply.filter(Array.isArray) : [];

const keyNames = [
  'open',
  'failed',
  'lanes',
  'memberships',
  'leases',
  'items',
  'attempts',
  'errors',
  'dead',
  'sequence',
];

/**
 * Creates a webhook queue in Redis or Valkey, shared by any number of machines. It is as durable as the server: with `appendfsync everysec` a
 * crash of the server's machine can lose one second of webhooks that were answered 200; with `always` it loses none.
 *
 * @example
 * const queue = createRedisQueue({ client: new Redis(process.env.REDIS_URL), prefix: 'shop' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, queue });
 * const worker = startQueueWorker({ queue, process: handler.process });
 */
export function createRedisQueue(options: RedisOptions): WebhookQueue {
  const { client, prefix = 'wabakit' } = options;
  const clock = createRedisClock(options);
  // One hash tag, so that a cluster keeps all keys of a queue on one node.
  const keys = keyNames.map((name) => `{${prefix}:queue}:${name}`);

  async function run(name: keyof typeof scripts, ...args: readonly (string | number)[]): Promise<unknown> {
    const script = `${prelude}${scripts[name]}`;
    const now = await clock.now();
    return sendRedis(client, 'EVAL', script, String(keys.length), ...keys, ...[now, ...args].map(String));
  }
  const isDone = async (reply: Promise<unknown>): Promise<boolean> => Number(await reply) === 1;

  return {
    enqueue: async (webhook) => void (await run('enqueue', serialize(webhook), toLanes(webhook.lanes))),
    receive: async (limit, leaseMs) =>
      toList(await run('receive', limit, leaseMs))
        .map(toQueuedWebhook)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    renew: ({ id, token }, leaseMs, doneLanes) =>
      isDone(run('renew', id, token, leaseMs, toLanes(doneLanes))),
    ack: ({ id, token }) => isDone(run('ack', id, token)),
    nack: ({ id, token }, delayMs, error) => isDone(run('nack', id, token, delayMs, error)),
    release: ({ id, token }, delayMs) => isDone(run('release', id, token, delayMs)),
    deadLetter: ({ id, token }, error) => isDone(run('deadLetter', id, token, error)),
    listDeadLetters: async (limit) => toList(await run('listDeadLetters', limit)).map(toDeadLetter),
    requeue: (id) => isDone(run('requeue', id)),
    deleteDeadLetter: (id) => isDone(run('deleteDeadLetter', id)),
  };
}
