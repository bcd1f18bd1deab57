// @module-tag redis
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createWebhookHandler, startQueueWorker, type WebhookQueue } from 'wabakit/webhooks';
import { startRedis, type TestRedis } from '../helpers/redis.ts';
import { appSecret, messagesBody, signedRequest, textMessage, verifyToken } from '../webhooks/helpers.ts';
import { countOutOfOrder, killWorker, readRuns, startWorker, type Run } from './lease-processes.ts';
import { openStores } from './lease-stores.ts';
import { promise, report, rounds } from './promise.ts';

let folder = '';
let server: TestRedis;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-leases-'));
  server = await startRedis();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

let places = 0;
/** Returns a place of its own for the stores of one test: a new file, or the emptied server. */
async function makePlace(kind: string): Promise<string> {
  if (kind === 'sqlite') return join(folder, `${(places += 1)}.db`);
  const client = new Redis(server.port, '127.0.0.1');
  await client.flushall();
  await client.quit();
  return String(server.port);
}

/** Delivers messages through a receiver, as Meta does: `count` of them, of `users` users in turn, numbered from `first`. */
async function deliver(queue: WebhookQueue, count: number, users: number, first = 0): Promise<void> {
  const receive = createWebhookHandler({ appSecret, verifyToken, queue, serializeBy: 'user' });
  for (let number = first; number < first + count; number += 1) {
    const message = textMessage(String(number), 'x', `1650555${1000 + (number % users)}`);
    expect((await receive(await signedRequest(messagesBody(message)))).status).toBe(200);
  }
}

const waitForRuns = (log: string, isDone: (runs: readonly Run[]) => boolean) =>
  vi.waitFor(() => expect(isDone(readRuns(log))).toBe(true), { timeout: 120_000, interval: 20 });
const countHandled = (runs: readonly Run[]) =>
  new Set(runs.filter(({ endedAt }) => endedAt !== undefined).map(({ wamid }) => wamid)).size;

describe.each(['sqlite', 'redis'])('%s', (kind) => {
  test(
    promise('killed-workers', '0 lost, 0 out of order, 0 doubled without a kill'),
    async () => {
      const kills = rounds(3, 12);
      const batch = 60;
      const total = batch * kills;
      // Long enough that a busy machine does not stop a process for two thirds of it.
      const leaseMs = 6000;
      const place = await makePlace(kind);
      const log = join(folder, `${kind}.kills.log`);
      const args = [kind, place, log, leaseMs, 300];
      const stores = await openStores(kind, place);
      const workers = [await startWorker(...args)];
      const killed = new Map<number, number>();
      for (let kill = 0; kill < kills; kill += 1) {
        // The next one is there before the victim goes, so that it finds what was left behind.
        workers.push(await startWorker(...args));
        await deliver(stores.queue, batch, 20, kill * batch);
        await waitForRuns(log, (runs) => countHandled(runs) >= kill * batch + batch / 3);
        const [victim] = workers.splice(0, 1);
        if (victim) killed.set(victim.pid ?? 0, await killWorker(victim));
      }
      await waitForRuns(log, (runs) => countHandled(runs) === total);
      await sleep(2 * leaseMs);
      await Promise.all(workers.map(killWorker));
      await stores.close();

      const runs = readRuns(log);
      const byMessage = Map.groupBy(runs, ({ wamid }) => wamid);
      const repeated = [...byMessage.values()].filter(({ length }) => length > 1);
      const withoutKill = repeated.filter((all) => all.slice(0, -1).some(({ pid }) => !killed.has(pid)));
      const waits = repeated.flatMap((all) =>
        all.flatMap(({ beganAt }, index) => {
          const killedAt = killed.get(all[index - 1]?.pid ?? 0);
          return killedAt === undefined ? [] : [beganAt - killedAt];
        }),
      );
      report(
        `${kind}: ${kills} SIGKILLs, ${total} messages, ${total - byMessage.size} lost, ${repeated.length} handled again after a kill; found again after at most ${Math.max(0, ...waits)} ms with a lease of ${leaseMs} ms`,
      );
      expect(killed.size).toBe(kills);
      expect([countHandled(runs), withoutKill.length, countOutOfOrder(runs)]).toEqual([total, 0, 0]);
    },
    300_000,
  );

  test(
    promise('order-across-workers', '0 of 600 messages out of order'),
    async () => {
      const place = await makePlace(kind);
      const log = join(folder, `${kind}.order.log`);
      const stores = await openStores(kind, place);
      const args = [kind, place, log, 5000, 3];
      const workers = [await startWorker(...args), await startWorker(...args)];
      await deliver(stores.queue, 600, 1);
      await waitForRuns(log, (runs) => countHandled(runs) === 600);
      await Promise.all(workers.map(killWorker));
      await stores.close();
      const runs = readRuns(log);
      const shares = [...Map.groupBy(runs, ({ pid }) => pid).values()].map(({ length }) => length);
      report(`${kind}: two workers handled ${shares.join(' and ')} messages of one user`);
      expect([runs.length, countOutOfOrder(runs)]).toEqual([600, 0]);
    },
    120_000,
  );

  test(
    promise('renewed-leases', '12 runs of 12 messages, each three leases long'),
    async () => {
      const place = await makePlace(kind);
      const leaseMs = 1500;
      const runs: string[] = [];
      const openWorker = async () => {
        const { queue, dedupe, close } = await openStores(kind, place);
        const { process } = createWebhookHandler({
          appSecret,
          verifyToken,
          dedupe,
          on: {
            message: async ({ wamid }) => {
              runs.push(wamid);
              await sleep(3 * leaseMs);
            },
          },
        });
        const worker = startQueueWorker({ queue, process, leaseMs, pollMs: 20, concurrency: 8 });
        return { queue, worker, close };
      };
      const workers = [await openWorker(), await openWorker()];
      const [first] = workers;
      if (first) await deliver(first.queue, 12, 12);
      await vi.waitFor(() => expect(runs.length).toBeGreaterThanOrEqual(12), { timeout: 20_000 });
      await sleep(2 * leaseMs);
      for (const { worker, close } of workers) {
        await worker.idle();
        await worker.stop();
        await close();
      }
      expect(runs.toSorted((one, other) => Number(one) - Number(other))).toEqual(
        Array.from({ length: 12 }, (_, number) => String(number)),
      );
    },
    60_000,
  );
});
