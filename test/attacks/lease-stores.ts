import { Redis } from 'ioredis';
import { createRedisIdempotencyStore, createRedisQueue } from '../../src/stores/redis/index.ts';
import { createSqliteIdempotencyStore, createSqliteQueue } from '../../src/stores/sqlite/index.ts';
import type { IdempotencyStore } from '../../src/webhooks/idempotency/idempotency-store.ts';
import type { WebhookQueue } from '../../src/webhooks/queue/webhook-queue.ts';

/** The stores of one receiver, as one process opens them. */
export interface Stores {
  readonly queue: WebhookQueue;
  readonly dedupe: IdempotencyStore;
  readonly close: () => Promise<void>;
}

/**
 * Opens the stores of a receiver.
 *
 * @param place The file of `sqlite`, or the port of `redis`.
 */
export async function openStores(kind: string, place: string): Promise<Stores> {
  if (kind === 'redis') {
    const client = new Redis(Number(place), '127.0.0.1');
    const close = async () => void (await client.quit());
    return { queue: createRedisQueue({ client }), dedupe: createRedisIdempotencyStore({ client }), close };
  }
  const queue = createSqliteQueue({ file: place });
  const dedupe = createSqliteIdempotencyStore({ file: place });
  const close = async () => [queue, dedupe].forEach((store) => store.close());
  return { queue, dedupe, close };
}
