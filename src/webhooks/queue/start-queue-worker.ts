import { guard } from '../../shared/guard.ts';
import type { QueuedWebhook, WebhookQueue } from './webhook-queue.ts';

/** Options of {@link startQueueWorker}. */
export interface QueueWorkerOptions {
  /** The queue to receive webhooks from; the same one that the webhook handler has as its `queue`. */
  readonly queue: WebhookQueue;
  /** Processes one verified body: pass `handler.process`. If it rejects, the webhook is processed again after {@link queueRetryDelay}. */
  readonly process: (body: Uint8Array) => Promise<void>;
  /** How many webhooks to process at the same time. Default: 16. */
  readonly concurrency?: number | undefined;
  /** How many attempts a webhook has before it becomes a dead letter. Default: 12, which takes about five hours. */
  readonly maxAttempts?: number | undefined;
  /**
   * How long a received webhook is leased to this worker, in milliseconds. Choose a longer time than your slowest handler takes: after it, and
   * after a crash, another worker processes the webhook. Default: 60,000.
   */
  readonly leaseMs?: number | undefined;
  /** How long to wait after an empty result before asking the queue again, in milliseconds. Default: 100. */
  readonly pollMs?: number | undefined;
  /**
   * Called with the error of each failed attempt and its webhook, and with the errors of the queue itself (without a webhook if it could not
   * be read). Default: `console.error` with the error only, because the webhook contains personal data.
   */
  readonly onError?: ((error: unknown, item?: QueuedWebhook) => void) | undefined;
}

/** A running worker. */
export interface QueueWorker {
  /** Stops receiving webhooks. Resolves once those in progress are processed. */
  readonly stop: () => Promise<void>;
  /**
   * Resolves once the queue has no webhook that is due and this worker processes none, or once it has stopped. A failed webhook that waits for its
   * next attempt is not due. For tests: pass it to the emulator as `idle`.
   */
  readonly idle: () => Promise<void>;
}

const hour = 3_600_000;

/**
 * Returns how long a webhook waits after its n-th failed attempt, in milliseconds: 1, 4, 16, 64, 256, 1024 seconds, then an hour.
 *
 * @param attempts How many attempts have failed, from 1.
 *
 * @example
 * queueRetryDelay(3); // 16000
 */
export const queueRetryDelay = (attempts: number): number => Math.min(1000 * 4 ** (attempts - 1), hour);

/**
 * Starts a worker that processes the webhooks of a queue with your handlers, several at the same time. A failed webhook is processed again
 * after a growing delay and becomes a dead letter after `maxAttempts`. Run it in the process that receives webhooks or in others; several
 * workers may share one queue.
 *
 * @example
 * const worker = startQueueWorker({ queue, process: handler.process });
 * process.once('SIGTERM', () => worker.stop().then(() => process.exit()));
 */
export function startQueueWorker(options: QueueWorkerOptions): QueueWorker {
  const { queue, process, concurrency = 16, maxAttempts = 12, leaseMs = 60_000, pollMs = 100 } = options;
  // Not the webhook: it contains what a customer wrote.
  const report = options.onError ?? ((error: unknown) => console.error(error));
  const onError = (error: unknown, item?: QueuedWebhook): void => guard(() => report(error, item));
  const running = new Set<Promise<void>>();
  let stopped = false;
  let wake = (): void => undefined;
  const idlers: (() => void)[] = [];

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function processItem(item: QueuedWebhook): Promise<void> {
    // The queue counts an attempt when the item is received, so that an item which crashes its process also reaches the limit.
    if (item.attempts > maxAttempts)
      return queue.deadLetter(item.id, 'The process ended during every attempt');
    try {
      await process(item.body);
    } catch (error) {
      onError(error, item);
      const text = String(error).slice(0, 500);
      if (item.attempts >= maxAttempts) return queue.deadLetter(item.id, text);
      return queue.nack(item.id, queueRetryDelay(item.attempts), text);
    }
    return queue.ack(item.id);
  }

  function start(item: QueuedWebhook): void {
    // If the queue fails here, the item stays leased and becomes due again when the lease ends.
    const work = processItem(item).catch((error: unknown) => onError(error, item));
    const tracked = work.finally(() => {
      running.delete(tracked);
      wake();
    });
    running.add(tracked);
  }

  async function receive(limit: number): Promise<readonly QueuedWebhook[] | undefined> {
    try {
      return await queue.receive(limit, leaseMs);
    } catch (error) {
      onError(error);
      return undefined;
    }
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      const free = concurrency - running.size;
      // Who asks while the queue is read learns from the next reading.
      const asked = idlers.length;
      const items = free === 0 ? [] : await receive(free);
      items?.forEach(start);
      if (items !== undefined && items.length > 0) continue;
      const isIdle = items !== undefined && running.size === 0;
      if (isIdle) for (const resolve of idlers.splice(0, asked)) resolve();
      if (!isIdle || idlers.length === 0) await pause(pollMs);
    }
    await Promise.all(running);
    for (const resolve of idlers.splice(0)) resolve();
  }

  const ended = loop();
  return {
    stop: () => {
      stopped = true;
      wake();
      return ended;
    },
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        wake();
      }),
  };
}
