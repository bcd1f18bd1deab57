/**
 * What {@link IdempotencyStore.acquire} found. `acquired`: the key was free and is now locked for the caller, who processes the event.
 * `processed`: the event was processed before. `locked`: another caller is processing it.
 */
export type AcquireResult = 'acquired' | 'processed' | 'locked';

/**
 * Remembers which events were processed, so that each is processed once although Meta may deliver it several times. All processes that
 * receive webhooks for the same business number must share one store.
 *
 * A lock is a lease: it ends after `leaseMs` unless it is renewed, so that a crash holds nothing up. A caller that lost its lease is told so
 * by `false` and changes nothing. A step of a clock must not end a lease.
 */
export interface IdempotencyStore {
  /**
   * Locks a key for `leaseMs` milliseconds, atomically: of several callers at the same time, one gets `acquired`.
   *
   * @param token Names this lease for `renew`, `commit` and `release`: a random text that the caller makes, so that a call that is repeated because
   * its reply was lost gets `acquired` again.
   * @param owner The queued webhook that the event came with. A lock of the same owner is taken over at once: the queue gave the webhook to the
   * caller, so its earlier holder is gone. Default: none, a lock is waited for.
   */
  readonly acquire: (key: string, token: string, leaseMs: number, owner?: string) => Promise<AcquireResult>;
  /** Lets a lease last `leaseMs` milliseconds from now. Returns `false` if it was lost: another caller has acquired or committed the key since. */
  readonly renew: (key: string, token: string, leaseMs: number) => Promise<boolean>;
  /** Marks a key as processed and remembers it for `keepMs` milliseconds. Returns `false` if the lease was lost. */
  readonly commit: (key: string, token: string, keepMs: number) => Promise<boolean>;
  /** Unlocks a key at once, because processing failed. Does nothing if the lease was lost or committed. */
  readonly release: (key: string, token: string) => Promise<void>;
}
