import type { WebhookError } from '../../errors/webhook-error.ts';
import type { IdempotencyStore } from '../idempotency/idempotency-store.ts';
import { keepLease, lostLease } from '../queue/keep-lease.ts';

// Meta redelivers for up to 7 days.
const keepMs = 8 * 24 * 3_600_000;

/** The lease of an event and who holds it. */
export interface EventLease {
  /** The store that locks the event. */
  readonly store: IdempotencyStore;
  /** Names the event. */
  readonly key: string;
  /** How long the event is locked between two renewals, in milliseconds. */
  readonly leaseMs: number;
  /** The queued webhook that the event came with. */
  readonly owner: string | undefined;
}

/**
 * Runs the work of an event under its lease, unless it was done before (`duplicate`) or another process does it (`locked`). The lease is renewed
 * until the work has settled; `lost` says that another process may have done the work as well.
 *
 * @param onLost Called with the reason if the lease is lost while the work goes on.
 */
export async function processOnce(
  { store, key, leaseMs, owner }: EventLease,
  work: () => Promise<void>,
  onLost: (reason: WebhookError) => void,
): Promise<'processed' | 'lost' | 'duplicate' | 'locked'> {
  const lock = await store.acquire(key, leaseMs, owner);
  if (lock.state !== 'acquired') return lock.state === 'processed' ? 'duplicate' : 'locked';
  const { token } = lock;
  const endRenewal = keepLease(
    () => store.renew(key, token, leaseMs),
    leaseMs,
    () => onLost(lostLease('event')),
  );
  try {
    await work();
  } catch (error) {
    // A store out of reach must not hide what the handler threw; the lease ends by itself.
    await store.release(key, token).catch(() => undefined);
    throw error;
  } finally {
    endRenewal();
  }
  return (await store.commit(key, token, keepMs)) ? 'processed' : 'lost';
}
