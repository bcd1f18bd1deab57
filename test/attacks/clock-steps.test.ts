// @module-tag redis
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createRedisIdempotencyStore, createRedisQueue, type RedisClient } from 'wabakit/redis';
import { createSqliteIdempotencyStore, createSqliteQueue } from 'wabakit/sqlite';
import type { IdempotencyStore, WebhookQueue } from 'wabakit/webhooks';
import { startRedis, type TestRedis } from '../helpers/redis.ts';
import { promise } from './promise.ts';

let folder = '';
let server: TestRedis;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-clock-'));
  server = await startRedis();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Process {
  readonly queue: WebhookQueue;
  readonly dedupe: IdempotencyStore;
}

/** A machine whose clock can be set, and the stores as its processes open them. */
interface Machine {
  readonly step: (ms: number) => void;
  readonly open: () => Process;
}

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
  vi.restoreAllMocks();
});

let files = 0;
const machines: Readonly<Record<string, () => Promise<Machine>>> = {
  // The clock of the machine that the processes share.
  sqlite: async () => {
    const file = join(folder, `${(files += 1)}.db`);
    const readClock = Date.now;
    let offset = 0;
    vi.spyOn(Date, 'now').mockImplementation(() => readClock() + offset);
    return {
      step: (ms) => void (offset += ms),
      open: () => {
        const queue = createSqliteQueue({ file });
        const dedupe = createSqliteIdempotencyStore({ file });
        closers.push(queue.close, dedupe.close);
        return { queue, dedupe };
      },
    };
  },
  // The clock of the server, which cannot be set: its answer to TIME is changed within each script.
  redis: async () => {
    const redis = new Redis(server.port, '127.0.0.1');
    closers.push(() => redis.quit());
    await redis.flushall();
    let seconds = 0;
    const client: RedisClient = {
      call: (command, script = '', ...args) => {
        const stepped = `{ redis.call('TIME')[1] + ${seconds}, redis.call('TIME')[2] }`;
        return redis.call(command, script.replaceAll("redis.call('TIME')", stepped), ...args);
      },
    };
    return {
      step: (ms) => void (seconds += ms / 1000),
      open: () => ({ queue: createRedisQueue({ client }), dedupe: createRedisIdempotencyStore({ client }) }),
    };
  },
};

const hour = 3_600_000;
const webhook = (text: string) => ({ body: Buffer.from(text), headers: {}, receivedAt: 0 });

/** Receives what is due for a while and returns the texts; the leases are not ended. */
async function receiveFor({ queue }: Process, ms: number, leaseMs: number): Promise<string[]> {
  const texts: string[] = [];
  for (const end = performance.now() + ms; performance.now() < end; await sleep(20))
    texts.push(...(await queue.receive(10, leaseMs)).map(({ body }) => Buffer.from(body).toString()));
  return texts;
}

async function receiveAll({ queue }: Process, leaseMs: number) {
  const items = await queue.receive(10, leaseMs);
  return new Map(items.map((item) => [Buffer.from(item.body).toString(), item]));
}

describe.each(Object.entries(machines))('%s', (_, start) => {
  test.each([hour, -hour])(
    promise('clock-steps', '0 leases lost and 0 webhooks held up, steps of +1 h and -1 h'),
    async (step) => {
      const machine = await start();
      const [holder, waiter] = [machine.open(), machine.open()];
      const [short, long] = [2000, 60_000];
      // A worker that runs asks the queue ten times a second.
      expect(await receiveFor(waiter, 50, long)).toEqual([]);
      for (const text of ['held', 'left', 'failed', 'released']) await holder.queue.enqueue(webhook(text));
      const items = await receiveAll(holder, long);
      const [held, left, failed, released] = ['held', 'left', 'failed', 'released'].map((text) => {
        const item = items.get(text);
        if (item === undefined) throw new Error(`${text} was not received`);
        return item;
      });
      if (!held || !left || !failed || !released) throw new Error('not received');
      await holder.queue.renew(left, short);
      await holder.queue.nack(failed, short, {
        reason: 'process_failed',
        errorName: 'Error',
        error: 'Error',
      });
      await holder.queue.release(released, short);
      const acquire = ({ dedupe }: Process, key: string) => dedupe.acquire(key, crypto.randomUUID(), long);
      expect([
        await holder.dedupe.acquire('held', 'the token', long),
        await holder.dedupe.acquire('left', 'a token', short),
        await holder.dedupe.acquire('done', 'a token', long),
      ]).toEqual(['acquired', 'acquired', 'acquired']);
      await holder.dedupe.commit('done', 'a token', 24 * hour);
      expect(await acquire(waiter, 'held')).toBe('locked');

      machine.step(step);
      // One more process, which has not seen the clock before.
      await receiveFor(waiter, 200, long);
      const stranger = machine.open();
      const getStates = async (key: string) => [await acquire(waiter, key), await acquire(stranger, key)];
      // No lease is lost by the step…
      expect([await getStates('held'), await getStates('left'), await getStates('done')]).toEqual([
        ['locked', 'locked'],
        ['locked', 'locked'],
        ['processed', 'processed'],
      ]);
      expect(await holder.queue.renew(held, long)).toBe(true);
      expect(await holder.dedupe.renew('held', 'the token', long)).toBe(true);
      // …what is new is there at once, and what is due after two seconds is due then.
      await stranger.queue.enqueue(webhook('new'));
      expect(await receiveFor(waiter, 300, long)).toEqual(['new']);
      const [one, other] = await Promise.all([
        receiveFor(waiter, 4000, long),
        receiveFor(stranger, 4000, long),
      ]);
      expect([...one, ...other].toSorted()).toEqual(['failed', 'left', 'released']);
      expect((await getStates('left')).toSorted()).toEqual(['acquired', 'locked']);
      expect(await holder.queue.ack(left)).toBe(false);
      expect(await holder.queue.ack(held)).toBe(true);
      expect(await holder.dedupe.commit('held', 'the token', hour)).toBe(true);
    },
    60_000,
  );
});

test('behavior: a clock that is set back while no process runs holds no webhook of an SQLite queue up', async () => {
  const start = machines['sqlite'];
  if (start === undefined) throw new Error('no machine');
  const machine = await start();
  const before = machine.open();
  await before.queue.enqueue(webhook('waiting'));
  for (const close of closers.splice(0)) close();
  machine.step(-hour);
  expect(await receiveFor(machine.open(), 300, 60_000)).toEqual(['waiting']);
});
