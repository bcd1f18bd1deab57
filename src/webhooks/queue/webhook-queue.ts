/** One webhook request as it was received, after its signature was verified. */
export interface ReceivedWebhook {
  /** The raw bytes of the body. */
  readonly body: Uint8Array;
  /** The request headers by name in lower case; a repeated header is one string with commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** When the request arrived, in epoch milliseconds. */
  readonly receivedAt: number;
}

/** A webhook that a worker received from the queue. */
export interface QueuedWebhook extends ReceivedWebhook {
  /** The identifier within this queue; {@link WebhookQueue.ack} and the other methods take it. */
  readonly id: string;
  /** How many times a worker has received it, this time included: 1 at the first attempt. */
  readonly attempts: number;
}

/** A webhook that the worker gave up after too many failed attempts. */
export interface DeadLetter extends QueuedWebhook {
  /** The error of the last attempt as text, at most 500 characters. */
  readonly error: string;
  /** When the webhook became a dead letter, in epoch milliseconds. */
  readonly deadLetteredAt: number;
}

/**
 * Stores verified webhooks durably until a worker has processed them: `createWebhookHandler` enqueues, `startQueueWorker` receives.
 * `wabakit/sqlite` and `wabakit/redis` export implementations; implement it yourself for another database. Several workers may share a queue.
 * A webhook that was received and neither acknowledged nor rejected becomes due again after its lease, so that a crash loses nothing.
 */
export interface WebhookQueue {
  /** Stores a webhook durably. Meta gets 200 once the promise resolves, and 503 if it rejects, so that Meta delivers again. */
  readonly enqueue: (webhook: ReceivedWebhook) => Promise<void>;
  /** Returns up to `limit` webhooks that are due, oldest first, and leases them atomically: no other worker gets them for `leaseMs` milliseconds. */
  readonly receive: (limit: number, leaseMs: number) => Promise<readonly QueuedWebhook[]>;
  /** Removes a webhook that was processed. */
  readonly ack: (id: string) => Promise<void>;
  /** Makes a webhook due again after `delayMs` milliseconds and keeps the error of the failed attempt. */
  readonly nack: (id: string, delayMs: number, error: string) => Promise<void>;
  /** Moves a webhook to the dead letters, with the error of its last attempt. */
  readonly deadLetter: (id: string, error: string) => Promise<void>;
  /** Returns up to `limit` dead letters, oldest first. */
  readonly listDeadLetters: (limit: number) => Promise<readonly DeadLetter[]>;
  /** Makes a dead letter due at once and resets its attempts to 0. Returns `false` if there is no dead letter with this id. */
  readonly requeue: (id: string) => Promise<boolean>;
  /** Deletes a dead letter permanently. Returns `false` if there is no dead letter with this id. */
  readonly deleteDeadLetter: (id: string) => Promise<boolean>;
}
