/**
 * What {@link IdempotencyStore.acquire} found. `acquired`: the key was free and is now locked for the caller, who processes the event.
 * `processed`: the event was processed before. `locked`: another caller is processing it.
 */
export type AcquireResult = 'acquired' | 'processed' | 'locked';

/**
 * Remembers which events were processed, so that each is processed once although Meta may deliver it several times. All processes that
 * receive webhooks for the same business number must share one store.
 */
export interface IdempotencyStore {
  /**
   * Locks a key, atomically: of several callers at the same time, one gets `acquired`. A lock that is neither committed nor released expires
   * after `leaseMs` milliseconds, so that the event is processed at the next delivery after a crash.
   */
  readonly acquire: (key: string, leaseMs: number) => Promise<AcquireResult>;
  /** Marks a locked key as processed and remembers it for `keepMs` milliseconds. */
  readonly commit: (key: string, keepMs: number) => Promise<void>;
  /** Unlocks a key at once, because processing failed. A key that was committed stays committed. */
  readonly release: (key: string) => Promise<void>;
}
