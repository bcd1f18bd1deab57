import type { AcquireResult, IdempotencyStore } from '../../webhooks/idempotency/idempotency-store.ts';
import { createRedisClock } from './redis-clock.ts';
import { checkedSender } from './check-server.ts';
import { toText, writeWhenFull, type RedisOptions } from './redis-client.ts';

// KEYS[1]: `processed`, or a hash of a lease with `token`, `owner` and `until`. Redis expires both; a lease stays long enough for its own clock
// to judge it when the server's clock is set. ARGV: the time, the token, …
const acquireScript = `
if redis.call('TYPE', KEYS[1]).ok == 'string' then return 'processed' end
local lease = redis.call('HMGET', KEYS[1], 'until', 'token', 'owner')
local isHeld = lease[1] and tonumber(lease[1]) > tonumber(ARGV[1])
local isOwn = lease[2] == ARGV[2] or (ARGV[4] ~= '' and lease[3] == ARGV[4])
if isHeld and not isOwn then return 'locked' end
${writeWhenFull('KEYS[1]')}
redis.call('HSET', KEYS[1], 'token', ARGV[2], 'until', ARGV[1] + ARGV[3], 'owner', ARGV[4])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return 'acquired'`;

const prelude = `
if redis.call('TYPE', KEYS[1]).ok == 'string' or redis.call('HGET', KEYS[1], 'token') ~= ARGV[2] then return 0 end
`;
const renewScript = `${prelude}
${writeWhenFull('KEYS[1]')}
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('HSET', KEYS[1], 'until', ARGV[1] + ARGV[3])
return 1`;
const commitScript = `${prelude}
redis.call('DEL', KEYS[1])
redis.call('SET', KEYS[1], 'processed', 'PX', ARGV[3])
return 1`;
const releaseScript = `${prelude}
return redis.call('DEL', KEYS[1])`;

/** How long Redis keeps a lease at least, in milliseconds: longer than a clock is set by. */
const dayMs = 24 * 3_600_000;

/**
 * Creates an idempotency store in Redis or Valkey, shared by any number of machines. `acquire` is one atomic script on one key, so it works on
 * a cluster too. Keys are named `<prefix>:idempotency:<event key>`, and Redis expires them; `<prefix>:clock` keeps leases whole when the clock
 * of the server is set.
 *
 * @example
 * const dedupe = createRedisIdempotencyStore({ client: new Redis(process.env.REDIS_URL), prefix: 'shop' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, dedupe });
 */
export function createRedisIdempotencyStore(options: RedisOptions): IdempotencyStore {
  const { client, prefix = 'wabakit' } = options;
  const send = checkedSender(client, 'keys');
  const clock = createRedisClock(options);
  const toExpiry = (leaseMs: number) => leaseMs + dayMs;

  async function run(script: string, key: string, token: string, ...args: readonly (number | string)[]) {
    const keyName = `${prefix}:idempotency:${key}`;
    const now = await clock.now();
    return send('EVAL', script, '1', keyName, String(now), token, ...args.map(String));
  }

  async function acquire(key: string, token: string, leaseMs: number, owner = ''): Promise<AcquireResult> {
    const state = toText(await run(acquireScript, key, token, leaseMs, owner, toExpiry(leaseMs)));
    return state === 'acquired' || state === 'processed' ? state : 'locked';
  }

  return {
    acquire,
    renew: async (key, token, leaseMs) =>
      Number(await run(renewScript, key, token, leaseMs, toExpiry(leaseMs))) === 1,
    commit: async (key, token, keepMs) => Number(await run(commitScript, key, token, keepMs)) === 1,
    release: async (key, token) => void (await run(releaseScript, key, token)),
  };
}
