import { sendRedis, toText, type RedisOptions } from './redis-client.ts';

/** The clock by which the stores of one prefix judge leases and delays, the same for all machines. */
export interface RedisClock {
  /** Returns the time in milliseconds. It goes on evenly when the clock of the server, or of this machine, is set. */
  readonly now: () => Promise<number>;
}

// KEYS[1]: a hash of `shift`, which is added to the server's clock, and `latest`, so that the time is never taken back. A server whose memory is
// full refuses to write it, which matters only if its clock is set at the same time.
const readScript = `
local time = redis.call('TIME')
local wall = time[1] * 1000 + math.floor(time[2] / 1000)
local shift = tonumber(redis.call('HGET', KEYS[1], 'shift') or 0)
local latest = tonumber(redis.call('HGET', KEYS[1], 'latest') or 0)
if wall + shift < latest then
  shift = latest - wall
  redis.pcall('HSET', KEYS[1], 'shift', string.format('%.0f', shift))
end
redis.pcall('HSET', KEYS[1], 'latest', string.format('%.0f', wall + shift))
return { string.format('%.0f', wall + shift), string.format('%.0f', shift) }`;

// Takes a step out of the shift, unless another process has done so.
const correctScript = `
local shift = tonumber(redis.call('HGET', KEYS[1], 'shift') or 0)
if shift ~= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'shift', string.format('%.0f', shift - ARGV[2]))
redis.call('HINCRBY', KEYS[1], 'latest', string.format('%.0f', -ARGV[2]))
return 1`;

/** How many milliseconds a reading lasts; between two of them this process counts on by its own monotonic clock. */
const readEveryMs = 100;
/** By how many milliseconds the server may be ahead of this process; more is a step. */
const driftMs = 500;

interface Reading {
  readonly time: number;
  readonly shift: number;
  readonly ticks: number;
}

/**
 * Creates the clock of a prefix: the server's clock plus a stored shift. A step back is taken out by the server, which knows its latest time; a
 * step forward by the first process whose monotonic clock has not seen that much time go by. Who finds a changed shift takes it over.
 */
export function createRedisClock({ client, prefix = 'wabakit' }: RedisOptions): RedisClock {
  const key = `${prefix}:clock`;
  let last: Reading | undefined;
  let reading: Promise<Reading> | undefined;

  async function read(): Promise<Reading> {
    const asked = performance.now();
    const reply = await sendRedis(client, 'EVAL', readScript, '1', key);
    const ticks = performance.now();
    const [time = 0, shift = 0] = Array.isArray(reply) ? reply.map((part) => Number(toText(part))) : [];
    if (last?.shift !== shift) return { time, shift, ticks };
    // However long the reply took, the server cannot show more than is over at its end.
    const due = last.time + ticks - last.ticks;
    if (time - due <= driftMs) return { time: ticks - asked > driftMs ? due : time, shift, ticks };
    await sendRedis(client, 'EVAL', correctScript, '1', key, String(shift), String(Math.round(time - due)));
    return read();
  }

  return {
    now: async () => {
      if (last === undefined || performance.now() - last.ticks >= readEveryMs) {
        reading ??= read().finally(() => (reading = undefined));
        last = await reading;
      }
      return Math.round(last.time + performance.now() - last.ticks);
    },
  };
}
