import type { WebhookEnqueuer, ReceivedWebhook } from '../receiver/ports.ts';

/** A stored webhook on its way to the handler. */
export interface QueuedWebhook extends ReceivedWebhook {
  readonly id: string;
  /** How often it was taken, this time included. */
  readonly attempts: number;
}

/** A webhook that was given up. */
export interface DeadLetter extends QueuedWebhook {
  /** What the last attempt threw. */
  readonly error: string;
  /** When it was given up, epoch milliseconds. */
  readonly deadLetteredAt: number;
}

/**
 * A durable inbox: what {@link startQueueWorker} needs of it. `wabakit/sqlite` and `wabakit/redis` have one each; write your own for another
 * database. Many workers may share it. A taken item that is never settled comes back after its lease, so nothing is lost in a crash.
 */
export interface WebhookQueue extends WebhookEnqueuer {
  /** Takes up to `limit` items that are due, oldest first, atomically: nobody else gets them for `leaseMs`. */
  readonly receive: (limit: number, leaseMs: number) => Promise<readonly QueuedWebhook[]>;
  /** Removes an item that was handled. */
  readonly ack: (id: string) => Promise<void>;
  /** Makes an item due again after `delayMs`. */
  readonly nack: (id: string, delayMs: number, error: string) => Promise<void>;
  /** Gives an item up: it goes to the dead letters. */
  readonly deadLetter: (id: string, error: string) => Promise<void>;
  /** The dead letters, the oldest first. */
  readonly listDeadLetters: (limit: number) => Promise<readonly DeadLetter[]>;
  /** Makes a dead letter due again at once, its attempts counted anew. `false` where there is none of this id. */
  readonly requeue: (id: string) => Promise<boolean>;
  /** Deletes a dead letter for good. `false` where there is none of this id. */
  readonly deleteDeadLetter: (id: string) => Promise<boolean>;
}
