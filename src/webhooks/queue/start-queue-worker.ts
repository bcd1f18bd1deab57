import { isWebhookError } from '../../errors/webhook-error.ts';
import { guard } from '../../shared/guard.ts';
import { describeFailure, type QueueFailure } from './describe-failure.ts';
import { keepLease, lostLease } from './keep-lease.ts';
import { createOutage } from './outage.ts';
import type { ProcessContext } from './process-context.ts';
import type { QueuedWebhook, WebhookQueue } from './webhook-queue.ts';

/** Options of {@link startQueueWorker}. */
export interface QueueWorkerOptions {
  /** The queue to receive webhooks from; the same one that the webhook handler has as its `queue`. */
  readonly queue: WebhookQueue;
  /**
   * Processes one verified body: pass `handler.process`. If it rejects, the webhook is processed again after {@link queueRetryDelay}; a body
   * that cannot be read (`not_json`, `too_deep`, `too_many_items`) becomes a dead letter at once.
   */
  readonly process: (body: Uint8Array, context: ProcessContext) => Promise<void>;
  /** How many webhooks to process at the same time. One that waits for another of its user is not among them. Default: 16. */
  readonly concurrency?: number | undefined;
  /** How many attempts a webhook has before it becomes a dead letter. Default: 12, which takes about five hours. */
  readonly maxAttempts?: number | undefined;
  /**
   * How long a webhook and its events are leased to this worker, in milliseconds. The lease is renewed while handlers run, so it may be shorter
   * than they take: it is how long a webhook waits after a crash. Default: 30,000.
   */
  readonly leaseMs?: number | undefined;
  /** How long to wait after an empty result before asking the queue again, in milliseconds. Default: 100. */
  readonly pollMs?: number | undefined;
  /**
   * Called with the error of each failed attempt and its webhook, and with the errors of the queue itself (without a webhook if it could not
   * be read). A queue that cannot be reached is asked at growing intervals of up to 30 seconds and reported once, again when its error changes, and
   * when it answers again. Default: `console.error` with the error only, because the webhook contains personal data.
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

/** Says whether the body of a webhook cannot be read, at any attempt. */
const isUnreadable = (error: unknown): boolean =>
  isWebhookError(error) && /^(not_json|too_deep|too_many_items)$/.test(error.reason);

/** Says whether a webhook failed before a handler was called for it: such an attempt does not count. */
const isUntried = (error: unknown): boolean =>
  isWebhookError(error) && (error.reason === 'event_locked' || error.reason === 'store_failed');

const processEnded: QueueFailure = {
  reason: 'process_ended',
  errorName: 'Error',
  error: 'The process ended during every attempt',
};

/**
 * Starts a worker that processes the webhooks of a queue with your handlers, several at the same time. A failed webhook is processed again
 * after a growing delay and becomes a dead letter after `maxAttempts`. Run it in the process that receives webhooks or in others; several
 * workers may share one queue, and the webhooks of one user stay in order across them.
 *
 * @example
 * const worker = startQueueWorker({ queue, process: handler.process });
 * process.once('SIGTERM', () => worker.stop().then(() => process.exit()));
 */
export function startQueueWorker(options: QueueWorkerOptions): QueueWorker {
  const { queue, process, concurrency = 16, maxAttempts = 12, leaseMs = 30_000, pollMs = 100 } = options;
  // Not the webhook: it contains what a customer wrote.
  const report = options.onError ?? ((error: unknown) => console.error(error));
  const onError = (error: unknown, item?: QueuedWebhook): void => guard(() => report(error, item));
  const running = new Set<Promise<void>>();
  let stopped = false;
  const outage = createOutage(pollMs, onError);
  let delayMs = pollMs;
  let finished = 0;
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

  /** Passes a webhook to the handlers while its lease is renewed. */
  async function handle(item: QueuedWebhook): Promise<void> {
    const lease = new AbortController();
    const owner = `${item.id}:${item.receivedAt}`;
    // A handler that hangs for one user of a body must not hold up the others of it.
    const doneLanes = new Set<string>();
    const onLaneDone = (lane: string) => void doneLanes.add(lane);
    const endRenewal = keepLease(
      () => queue.renew(item, leaseMs, [...doneLanes]),
      leaseMs,
      () => lease.abort(lostLease('webhook')),
    );
    try {
      await process(item.body, { tenant: item.tenant, owner, leaseMs, signal: lease.signal, onLaneDone });
    } finally {
      endRenewal();
    }
  }

  /** Ends the lease of a webhook by what its handlers did. Resolves to `false` if the lease was lost. */
  async function settle(item: QueuedWebhook): Promise<boolean> {
    // An attempt counts when the item is received, so that an item which crashes its process also reaches the limit.
    if (item.attempts > maxAttempts) return queue.deadLetter(item, processEnded);
    try {
      await handle(item);
    } catch (error) {
      onError(error, item);
      if (isUntried(error)) return queue.release(item, leaseMs / 3);
      const failure = describeFailure(error);
      if (item.attempts >= maxAttempts || isUnreadable(error)) return queue.deadLetter(item, failure);
      return queue.nack(item, queueRetryDelay(item.attempts), failure);
    }
    return queue.ack(item);
  }

  function start(item: QueuedWebhook): void {
    // If the queue fails here, the item stays leased and becomes due again when the lease ends.
    const work = settle(item)
      .then((isHeld) => (isHeld ? undefined : onError(lostLease('webhook'), item)))
      .catch((error: unknown) => onError(error, item));
    const tracked = work.finally(() => {
      running.delete(tracked);
      finished += 1;
      wake();
    });
    running.add(tracked);
  }

  async function receive(limit: number): Promise<readonly QueuedWebhook[] | undefined> {
    const asked = performance.now();
    try {
      const items = await queue.receive(limit, leaseMs);
      outage.end();
      delayMs = pollMs;
      if (performance.now() - asked < leaseMs / 3) return items;
      // The answer was so late that the leases may be over: only what can be renewed is this worker's.
      const isHeld = await Promise.all(items.map((item) => queue.renew(item, leaseMs)));
      return items.filter((_, index) => isHeld[index]);
    } catch (error) {
      delayMs = outage.fail(error);
      return undefined;
    }
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      const free = concurrency - running.size;
      // Who asks while the queue is read learns from the next reading.
      const asked = idlers.length;
      const before = finished;
      const items = free === 0 ? [] : await receive(free);
      items?.forEach(start);
      if (items !== undefined && (items.length > 0 || finished > before)) continue;
      const isIdle = items !== undefined && running.size === 0;
      if (isIdle) for (const resolve of idlers.splice(0, asked)) resolve();
      if (!isIdle || idlers.length === 0) await pause(delayMs);
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
