import type { QueuedWebhook, WebhookQueue } from './webhook-queue.ts';

/** How {@link startQueueWorker} works. */
export interface QueueWorkerOptions {
  /** Where the webhooks wait. */
  readonly queue: WebhookQueue;
  /** Handles one verified body: `handler.handle`. */
  readonly process: (body: Uint8Array) => Promise<void>;
  /** How many bodies to handle at once. Default: 16. */
  readonly concurrency?: number | undefined;
  /** How often to try a body before it goes to the dead letters. With the default of 12 that takes about five hours. */
  readonly maxAttempts?: number | undefined;
  /** How long a body belongs to this worker, milliseconds; after a crash it waits that long. Longer than your slowest handler. Default: 60,000. */
  readonly leaseMs?: number | undefined;
  /** How long to wait before looking into an empty inbox again, milliseconds. Default: 100. */
  readonly pollMs?: number | undefined;
  /** Told of each failed attempt (with its item) and of a store that cannot be reached (without). Default: `console.error`. */
  readonly onError?: ((error: unknown, item?: QueuedWebhook) => void) | undefined;
}

/** A running worker. */
export interface QueueWorker {
  /** Takes nothing more and resolves once what was taken is settled. */
  readonly stop: () => Promise<void>;
}

const hour = 3_600_000;

/**
 * How long a body waits after its n-th failed attempt: 1, 4, 16, 64, 256, 1024 seconds, then an hour.
 *
 * @example
 * queueRetryDelay(3); // 16000
 */
export const queueRetryDelay = (attempts: number): number => Math.min(1000 * 4 ** (attempts - 1), hour);

/**
 * Starts the loop that hands stored webhooks to your handlers: several at once, failures again after a growing delay, what fails for good to
 * the dead letters. Run it in the process that receives or in others; many may share one inbox.
 *
 * @example
 * const worker = startQueueWorker({ inbox, handle: handler.handle });
 * process.once('SIGTERM', () => worker.stop().then(() => process.exit()));
 */
export function startQueueWorker(options: QueueWorkerOptions): QueueWorker {
  const {
    queue: inbox,
    process: handle,
    concurrency = 16,
    maxAttempts = 12,
    leaseMs = 60_000,
    pollMs = 100,
  } = options;
  // Not the item: it holds what a customer wrote.
  const { onError = (error: unknown) => console.error(error) } = options;
  const running = new Set<Promise<void>>();
  let stopped = false;
  let wake = (): void => undefined;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function settle(item: QueuedWebhook): Promise<void> {
    // The attempts are counted when an item is taken, so that one which kills its process comes to an end too.
    if (item.attempts > maxAttempts)
      return inbox.deadLetter(item.id, 'The process ended during every attempt');
    try {
      await handle(item.body);
    } catch (error) {
      onError(error, item);
      const text = String(error).slice(0, 500);
      if (item.attempts >= maxAttempts) return inbox.deadLetter(item.id, text);
      return inbox.nack(item.id, queueRetryDelay(item.attempts), text);
    }
    return inbox.ack(item.id);
  }

  function start(item: QueuedWebhook): void {
    // A store that fails here leaves the item leased: it comes back by itself.
    const work = settle(item).catch((error: unknown) => onError(error, item));
    const tracked = work.finally(() => {
      running.delete(tracked);
      wake();
    });
    running.add(tracked);
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      const free = concurrency - running.size;
      const items =
        free === 0
          ? []
          : await inbox.receive(free, leaseMs).catch((error: unknown) => {
              onError(error);
              return [];
            });
      items.forEach(start);
      if (items.length === 0) await pause(pollMs);
    }
    await Promise.all(running);
  }

  const ended = loop();
  return {
    stop: () => {
      stopped = true;
      wake();
      return ended;
    },
  };
}
