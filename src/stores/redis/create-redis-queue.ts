import type { QueueFailure } from '../../webhooks/queue/describe-failure.ts';
import type { QueueStats, WebhookLease, WebhookQueue } from '../../webhooks/queue/webhook-queue.ts';
import { checkedSender } from './check-server.ts';
import { serialize, toDeadLetter, toEntries, toReceivedEntry } from './queue-entries.ts';
import { getQueueScript, queueKeys, type QueueScript } from './queue-scripts.ts';
import { createRedisClock } from './redis-clock.ts';
import { toText, type RedisOptions } from './redis-client.ts';

/** Options of {@link createRedisQueue}. */
export interface RedisQueueOptions extends RedisOptions {
  /**
   * How long dead letters are kept, in milliseconds, such as `30 * 24 * 3_600_000`. Older ones are deleted when one is added or the queue is counted.
   * Default: until you delete them.
   */
  readonly keepDeadLettersMs?: number | undefined;
}

// A lane may hold any text of a body; the character that ends it in a member may not.
const toLanes = (lanes: readonly string[] = []): string =>
  JSON.stringify([...new Set(lanes.map((lane) => lane.replaceAll('\0', '')))]);

function toStats(reply: unknown): QueueStats {
  const parts = Array.isArray(reply) ? (reply as unknown[]) : [];
  const [pending = 0, inProgress = 0, deadLetters = 0] = parts.slice(0, 3).map(Number);
  const receivedAt = toText(parts[3]) ?? '';
  const oldestAgeMs = receivedAt === '' ? undefined : Math.max(Date.now() - Number(receivedAt), 0);
  return { waiting: pending - inProgress, inProgress, deadLetters, oldestAgeMs };
}

/**
 * Creates a webhook queue in Redis or Valkey, shared by any number of machines. It is as durable as the server: with `appendfsync everysec` a
 * crash of the server's machine can lose one second of webhooks that were answered 200; with `always` it loses none.
 *
 * @example
 * const queue = createRedisQueue({ client: new Redis(process.env.REDIS_URL), prefix: 'shop' });
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, queue });
 * const worker = startQueueWorker({ queue, process: handler.process });
 */
export function createRedisQueue(options: RedisQueueOptions): WebhookQueue {
  const { client, prefix = 'wabakit', keepDeadLettersMs = '' } = options;
  const send = checkedSender(client, 'queue');
  const clock = createRedisClock(options);
  // One hash tag, so that a cluster keeps all keys of a queue on one node.
  const keys = queueKeys.map((name) => `{${prefix}:queue}:${name}`);

  async function run(name: QueueScript, ...args: readonly (string | number)[]): Promise<unknown> {
    const now = await clock.now();
    return send('EVAL', getQueueScript(name), String(keys.length), ...keys, ...[now, ...args].map(String));
  }
  const isDone = async (reply: Promise<unknown>): Promise<boolean> => Number(await reply) === 1;
  const bury = ({ id, token }: WebhookLease, failure: QueueFailure): Promise<boolean> =>
    isDone(run('deadLetter', id, token, JSON.stringify(failure), keepDeadLettersMs));

  return {
    enqueue: async (webhook) => void (await run('enqueue', serialize(webhook), toLanes(webhook.lanes))),
    receive: async (limit, leaseMs) => {
      const entries = toEntries(await run('receive', limit, leaseMs)).map(toReceivedEntry);
      // One that cannot be buried now stays leased, and is tried again when the lease ends.
      await Promise.allSettled(
        entries.flatMap(({ webhook, failure }) => (failure === undefined ? [] : [bury(webhook, failure)])),
      );
      return entries
        .flatMap(({ webhook, failure }) => (failure === undefined ? [webhook] : []))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1));
    },
    renew: ({ id, token }, leaseMs, doneLanes) =>
      isDone(run('renew', id, token, leaseMs, toLanes(doneLanes))),
    ack: ({ id, token }) => isDone(run('ack', id, token)),
    nack: ({ id, token }, delayMs, failure) =>
      isDone(run('nack', id, token, delayMs, JSON.stringify(failure))),
    release: ({ id, token }, delayMs) => isDone(run('release', id, token, delayMs)),
    deadLetter: bury,
    listDeadLetters: async (limit, offset = 0) =>
      toEntries(await run('listDeadLetters', limit, offset)).map(toDeadLetter),
    requeue: (id) => isDone(run('requeue', id)),
    deleteDeadLetter: (id) => isDone(run('deleteDeadLetter', id)),
    getStats: async () => toStats(await run('getStats', keepDeadLettersMs)),
  };
}
