import type { ReceivedWebhook } from '../queue/webhook-queue.ts';

/** Keeps a copy of every verified webhook, to inspect or replay it later. `recordWebhooks` writes them to files. */
export interface Recorder {
  /** Stores the copy. The response to Meta does not wait for it, and a rejection goes to `onError`. */
  readonly record: (webhook: ReceivedWebhook) => Promise<void>;
}
