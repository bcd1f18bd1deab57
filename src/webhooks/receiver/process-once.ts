import type { WebhookError } from '../../errors/webhook-error.ts';
import type { AcquireResult, IdempotencyStore } from '../idempotency/idempotency-store.ts';
import { keepLease, lostLease } from '../queue/keep-lease.ts';

/** The lease of an event and who holds it. */
export interface EventLease {
  /** The store that locks the event. */
  readonly store: IdempotencyStore;
  /** Names the event. */
  readonly key: string;
  /** How long the event is locked between two renewals, in milliseconds. */
  readonly leaseMs: number;
  /** How long the event is remembered once it is processed, in milliseconds. */
  readonly keepMs: number;
  /** The queued webhook that the event came with. */
  readonly owner: string | undefined;
}

const retryDelaysMs = [100, 400, 1600];

/**
 * Locks an event. Without a queue, which would try again, a failed call is repeated here. Its token stays the same, so that a call which worked and
 * whose reply was lost is known again.
 */
async function acquire(
  { store, key, leaseMs, owner }: Omit<EventLease, 'keepMs'>,
  token: string,
): Promise<AcquireResult> {
  for (const delayMs of owner === undefined ? retryDelaysMs : []) {
    try {
      return await store.acquire(key, token, leaseMs, owner);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
  return store.acquire(key, token, leaseMs, owner);
}

/**
 * Runs the work of an event under its lease, unless it was done before (`duplicate`) or another process does it (`locked`). The lease is renewed
 * until the work has settled; `lost` says that another process may have done the work as well.
 *
 * @param onLost Called with the reason if the lease is lost while the work goes on.
 */
export async function processOnce(
  { store, key, leaseMs, keepMs, owner }: EventLease,
  work: () => Promise<void>,
  onLost: (reason: WebhookError) => void,
): Promise<'processed' | 'lost' | 'duplicate' | 'locked'> {
  const token = crypto.randomUUID();
  const state = await acquire({ store, key, leaseMs, owner }, token);
  if (state !== 'acquired') return state === 'processed' ? 'duplicate' : 'locked';
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
