import type { Inbox, ReceivedWebhook } from '../receiver/ports.ts';

/** A stored webhook on its way to the handler. */
export interface InboxItem extends ReceivedWebhook {
  readonly id: string;
  /** How often it was taken, this time included. */
  readonly attempts: number;
}

/** A webhook that was given up. */
export interface DeadWebhook extends InboxItem {
  /** What the last attempt threw. */
  readonly error: string;
  /** When it was given up, epoch milliseconds. */
  readonly diedAt: number;
}

/**
 * A durable inbox: what {@link startInboxWorker} needs of it. `wabakit/sqlite` and `wabakit/redis` have one each; write your own for another
 * database. Many workers may share it. A taken item that is never settled comes back after its lease, so nothing is lost in a crash.
 */
export interface InboxStore extends Inbox {
  /** Takes up to `limit` items that are due, oldest first, atomically: nobody else gets them for `leaseMs`. */
  readonly take: (limit: number, leaseMs: number) => Promise<readonly InboxItem[]>;
  /** Removes an item that was handled. */
  readonly done: (id: string) => Promise<void>;
  /** Makes an item due again after `delayMs`. */
  readonly retry: (id: string, delayMs: number, error: string) => Promise<void>;
  /** Gives an item up: it goes to the dead letters. */
  readonly bury: (id: string, error: string) => Promise<void>;
  /** The dead letters, the oldest first. */
  readonly listDead: (limit: number) => Promise<readonly DeadWebhook[]>;
  /** Makes a dead letter due again at once, its attempts counted anew. `false` where there is none of this id. */
  readonly revive: (id: string) => Promise<boolean>;
  /** Deletes a dead letter for good. `false` where there is none of this id. */
  readonly discard: (id: string) => Promise<boolean>;
}
