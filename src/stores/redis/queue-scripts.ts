import { writeWhenFull } from './redis-client.ts';

// KEYS: open (sorted set of what is due, by due time or end of lease), failed (sorted set of what waits for its next attempt, by due time),
// lanes (see below), memberships (hash of the lanes of each webhook, as JSON), leases (hash of counters: the fencing tokens), items (hash of
// webhooks), attempts (hash), errors (hash of failures as JSON), dead (sorted set by time), pending (sorted set of all but the dead, by id),
// sequence (last id). ARGV[1] is the time of the clock.
//
// `lanes` has a member for each webhook in each of its lanes: lane, position, id. A waiting webhook has its id as its position, an open one
// zeros: it has the lane until it leaves. Who lets a webhook go opens those that are first in each of theirs now, so that `receive` never reads
// what waits.
const prelude = `
local open, failed, lanes, memberships, leases, items, attempts, errors, dead, pending, sequence = unpack(KEYS)
local now = tonumber(ARGV[1])
local zeros = string.rep('0', 16)
local function lanesOf(id)
  local isJson, names = pcall(cjson.decode, redis.call('HGET', memberships, id) or '[]')
  local readable = {}
  for _, name in ipairs(isJson and type(names) == 'table' and names or {}) do
    if type(name) == 'string' then table.insert(readable, name) end
  end
  return readable
end
local function countUp(hash, id)
  local count = redis.pcall('HINCRBY', hash, id, 1)
  if type(count) == 'number' then return count end
  redis.call('HSET', hash, id, 1)
  return 1
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
-- Opens the first of a lane if it is first in all of its lanes. One whose list of lanes is damaged would block the lane for ever: it is let out.
local function openNext(lane)
  local first = findFirst(lane)
  while first do
    for _, name in ipairs(lanesOf(first)) do
      if name == lane then return openIfFirst(first) end
    end
    redis.call('ZREM', lanes, toMember(lane, first, first), toMember(lane, zeros, first))
    redis.call('ZADD', open, 'NX', now, first)
    first = findFirst(lane)
  end
end
local function enter(id)
  for _, lane in ipairs(lanesOf(id)) do redis.call('ZADD', lanes, 0, toMember(lane, id, id)) end
  openIfFirst(id)
end
local function leave(id, names)
  for _, lane in ipairs(names) do
    if redis.call('ZREM', lanes, toMember(lane, zeros, id)) == 1 then openNext(lane) end
  end
end
local function close(id)
  redis.call('ZREM', open, id)
  leave(id, lanesOf(id))
end
local function remove(id)
  redis.call('ZREM', pending, id)
  for _, hash in ipairs({ items, attempts, errors, memberships, leases }) do redis.call('HDEL', hash, id) end
end
local function wallTime()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end
local function purge(keepMs)
  if keepMs == '' then return end
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', dead, '-inf', wallTime() - keepMs, 'LIMIT', 0, 1000)) do
    redis.call('ZREM', dead, id)
    remove(id)
  end
end
local function isLost()
  return redis.call('HGET', leases, ARGV[2]) ~= ARGV[3] or not redis.call('ZSCORE', open, ARGV[2])
end
`;
const bodies = {
  enqueue: `
local id = string.format('%016d', redis.call('INCR', sequence))
redis.call('HSET', items, id, ARGV[2])
redis.call('ZADD', pending, id, id)
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
  local lease = countUp(leases, id)
  table.insert(received, { id, countUp(attempts, id), redis.call('HGET', items, id), lease })
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
redis.call('ZREM', pending, ARGV[2])
redis.call('ZADD', dead, wallTime(), ARGV[2])
redis.call('HSET', errors, ARGV[2], ARGV[4])
purge(ARGV[5])
return 1`,
  listDeadLetters: `
local list = {}
for _, id in ipairs(redis.call('ZRANGE', dead, ARGV[3], ARGV[3] + ARGV[2] - 1)) do
  table.insert(list, {
    id, redis.call('HGET', attempts, id), redis.call('HGET', items, id),
    redis.call('HGET', errors, id), redis.call('ZSCORE', dead, id)
  })
end
return list`,
  requeue: `
if redis.call('ZREM', dead, ARGV[2]) == 0 then return 0 end
redis.call('HDEL', attempts, ARGV[2])
redis.call('ZADD', pending, ARGV[2], ARGV[2])
return redis.call('ZADD', failed, now, ARGV[2])`,
  deleteDeadLetter: `
if redis.call('ZREM', dead, ARGV[2]) == 0 then return 0 end
remove(ARGV[2])
return 1`,
  getStats: `
purge(ARGV[2])
local oldest = redis.call('HGET', items, redis.call('ZRANGE', pending, 0, 0)[1] or '')
return {
  redis.call('ZCARD', pending), redis.call('ZCOUNT', open, '(' .. ARGV[1], '+inf'), redis.call('ZCARD', dead),
  oldest and string.match(oldest, '^{"receivedAt":(%d+)') or ''
}`,
};

/** The name of a script. */
export type QueueScript = keyof typeof bodies;

/** The names of the keys that every script takes, in their order. */
export const queueKeys = [
  'open',
  'failed',
  'lanes',
  'memberships',
  'leases',
  'items',
  'attempts',
  'errors',
  'dead',
  'pending',
  'sequence',
];

/** Returns the source of a script. All but `enqueue` also work when the memory of the server is full, so that it can be drained. */
export const getQueueScript = (name: QueueScript): string =>
  name === 'enqueue' ? `${prelude}${bodies[name]}` : `${prelude}${writeWhenFull('items')}${bodies[name]}`;
