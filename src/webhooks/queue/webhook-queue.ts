import type { QueueFailure } from './describe-failure.ts';

/** One webhook request as it was received, after its signature was verified. */
export interface ReceivedWebhook {
  /** The raw bytes of the body. */
  readonly body: Uint8Array;
  /** The request headers by name in lower case; a repeated header is one string with commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** When the request arrived, in epoch milliseconds. */
  readonly receivedAt: number;
}

/** A webhook for the queue. */
export interface EnqueuedWebhook extends ReceivedWebhook {
  /** The tenant whose secret signed the webhook; the worker passes it to `process`. Default: none, there is one tenant. */
  readonly tenant?: string | undefined;
  /**
   * The users that the events are about, as opaque texts. Two webhooks that share one are never processed at the same time, and in the order
   * in which they were enqueued. Default: none, the webhook waits for no other.
   */
  readonly lanes?: readonly string[] | undefined;
}

/** The lease of a webhook: {@link WebhookQueue.ack} and the other methods take it. */
export interface WebhookLease {
  /** The identifier of the webhook within this queue. */
  readonly id: string;
  /** Names this lease; the next worker that receives the webhook gets another, and this one is refused from then on. */
  readonly token: string;
}

/** A webhook that a worker received from the queue, with its lease. */
export interface QueuedWebhook extends ReceivedWebhook, WebhookLease {
  /** How many attempts it has had, this one included: 1 at the first. */
  readonly attempts: number;
  /** The tenant whose secret signed it; `undefined` if there is one tenant. */
  readonly tenant: string | undefined;
}

/** A webhook that was given up: after too many failed attempts, or because its row cannot be read. */
export interface DeadLetter extends Omit<QueuedWebhook, 'token'>, QueueFailure {
  /** When the webhook became a dead letter, in epoch milliseconds. */
  readonly deadLetteredAt: number;
}

/** What a queue holds, for monitoring. */
export interface QueueStats {
  /** How many webhooks wait: for a worker, for another webhook of their user, or for their next attempt. */
  readonly waiting: number;
  /** How many webhooks a worker has leased. */
  readonly inProgress: number;
  /** How many webhooks were given up. */
  readonly deadLetters: number;
  /** How long ago the oldest webhook that is not processed arrived, in milliseconds; `undefined` if there is none. Dead letters do not count. */
  readonly oldestAgeMs: number | undefined;
}

/**
 * Stores verified webhooks durably until a worker has processed them: `createWebhookHandler` enqueues, `startQueueWorker` receives.
 * `wabakit/sqlite` and `wabakit/redis` export implementations; implement it yourself for another database. Several workers may share a queue.
 *
 * What is received is leased. A webhook whose lease was neither renewed nor ended becomes due again, so that a crash loses nothing. Methods
 * that take a lease return `false` and change nothing if it was lost. A step of a clock must not end a lease.
 */
export interface WebhookQueue {
  /** Stores a webhook durably. Meta gets 200 once the promise resolves, and 503 if it rejects, so that Meta delivers again. */
  readonly enqueue: (webhook: EnqueuedWebhook) => Promise<void>;
  /**
   * Returns up to `limit` webhooks that are due, oldest first, and leases them atomically: no other worker gets them for `leaseMs` milliseconds.
   * Skips a webhook as long as another one of the same lane is leased or was enqueued before it; one that waits after `nack` does not count.
   * Counts an attempt for each. A webhook that cannot be read becomes a dead letter with the reason `unreadable`, and the others are returned.
   */
  readonly receive: (limit: number, leaseMs: number) => Promise<readonly QueuedWebhook[]>;
  /**
   * Lets a lease last `leaseMs` milliseconds from now.
   *
   * @param doneLanes The lanes whose events have been handled: the webhook leaves them, and the next ones go ahead. Default: none.
   */
  readonly renew: (lease: WebhookLease, leaseMs: number, doneLanes?: readonly string[]) => Promise<boolean>;
  /** Removes a webhook that was processed. */
  readonly ack: (lease: WebhookLease) => Promise<boolean>;
  /** Makes a failed webhook due again after `delayMs` milliseconds and keeps why it failed. Until then the next webhooks of its lanes go ahead. */
  readonly nack: (lease: WebhookLease, delayMs: number, failure: QueueFailure) => Promise<boolean>;
  /**
   * Makes a webhook that no handler was called for due again after `delayMs` milliseconds. It keeps its place in its lanes, and the attempt does
   * not count.
   */
  readonly release: (lease: WebhookLease, delayMs: number) => Promise<boolean>;
  /** Moves a webhook to the dead letters, with why its last attempt failed. */
  readonly deadLetter: (lease: WebhookLease, failure: QueueFailure) => Promise<boolean>;
  /** Returns up to `limit` dead letters with their bodies, oldest first, after the first `offset` of them. Default: 0. */
  readonly listDeadLetters: (limit: number, offset?: number) => Promise<readonly DeadLetter[]>;
  /** Makes a dead letter due at once and resets its attempts to 0. Returns `false` if there is no dead letter with this id. */
  readonly requeue: (id: string) => Promise<boolean>;
  /** Deletes a dead letter permanently. Returns `false` if there is no dead letter with this id. */
  readonly deleteDeadLetter: (id: string) => Promise<boolean>;
  /** Counts what the queue holds. */
  readonly getStats: () => Promise<QueueStats>;
}
