/** What a store answers to a claim: `claimed` handle it now, `handled` it was handled before, `busy` somebody is at it. */
export type AcquireResult = 'acquired' | 'processed' | 'locked';

/**
 * Remembers which events were handled, so that each is handled once although Meta may deliver it often. The memory must be shared by all
 * processes that receive for the same number.
 */
export interface IdempotencyStore {
  /**
   * Takes a key, atomically: of many that ask at once, one gets `claimed`. A claim that is neither confirmed nor released ends by itself
   * after `leaseMs`, so that a crash leads to a redelivery and not to a loss.
   */
  readonly acquire: (key: string, leaseMs: number) => Promise<AcquireResult>;
  /** Marks a claimed key as handled and remembers that for `keepMs`. */
  readonly commit: (key: string, keepMs: number) => Promise<void>;
  /** Gives a claimed key back at once, because handling failed. */
  readonly release: (key: string) => Promise<void>;
}

/** One request as it came, verified. */
export interface ReceivedWebhook {
  /** The raw bytes of the body. */
  readonly body: Uint8Array;
  /** The request headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** When it came, in epoch milliseconds. */
  readonly receivedAt: number;
}

/** Keeps verified webhooks until a worker has handled them with `handler.handle(body)`. */
export interface WebhookEnqueuer {
  /** Stores a webhook durably. Meta is answered 200 once this resolves, and 503 (so that it delivers again) where it rejects. */
  readonly enqueue: (webhook: ReceivedWebhook) => Promise<void>;
}

/** Keeps a copy of every verified webhook, to inspect or replay it later. */
export interface Recorder {
  /** Takes the copy. A failure is reported and does not hold up the answer. */
  readonly record: (webhook: ReceivedWebhook) => Promise<void>;
}

/** Where to write what happened, in the shape of pino: fields first, then the message. The fields hold no personal data and no secret. */
export interface WebhookLogger {
  /** What went as it should. */
  readonly debug: (fields: object, message: string) => void;
  /** What is worth knowing. */
  readonly info: (fields: object, message: string) => void;
  /** What was refused. */
  readonly warn: (fields: object, message: string) => void;
  /** What failed. */
  readonly error: (fields: object, message: string) => void;
}
