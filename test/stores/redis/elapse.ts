import { sendRedis, type RedisClient } from '../../../src/stores/redis/redis-client.ts';

// The server's clock cannot be set: what is left of every key's life is shortened, and the clock of the stores put forward.
const script = `
redis.call('HINCRBY', 'wabakit:clock', 'shift', ARGV[1])
for _, key in ipairs(redis.call('KEYS', '*')) do
  local left = redis.call('PTTL', key)
  if left >= 0 then redis.call('PEXPIRE', key, math.max(left - ARGV[1], 0)) end
end`;

/** Lets time go by for the stores of the prefix `wabakit`. */
export async function elapse(client: RedisClient, ms: number): Promise<void> {
  await sendRedis(client, 'EVAL', script, '0', String(ms));
  // A store counts on by itself between two readings of the clock.
  await new Promise((resolve) => setTimeout(resolve, 110));
}
