import { sendRedis, type RedisClient } from '../../../src/stores/redis/redis-client.ts';

const script = `
for _, key in ipairs(redis.call('KEYS', '*')) do
  local left = redis.call('PTTL', key)
  if left >= 0 then redis.call('PEXPIRE', key, math.max(left - ARGV[1], 0)) end
end`;

/** Lets time go by. The server's clock cannot be set: what is left of every key's life is shortened instead. */
export async function elapse(client: RedisClient, ms: number): Promise<void> {
  await sendRedis(client, 'EVAL', script, '0', String(ms));
}
