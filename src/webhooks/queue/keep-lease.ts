import { WebhookError } from '../../errors/webhook-error.ts';

/** Returns the error for a lease that another process may have taken over. */
export const lostLease = (what: 'event' | 'webhook'): WebhookError =>
  new WebhookError('event_locked', {
    details: [
      `The lease of the ${what} was not renewed in time, so another process may have taken it over: it may be processed twice.`,
    ],
  });

/**
 * Renews a lease at every third of it until the returned function is called. A renewal that fails is made again at the next third.
 *
 * @param renew Renews the lease; resolves to `false` if it was lost.
 * @param onLost Called once if the lease was lost, or could not be renewed in time.
 */
export function keepLease(renew: () => Promise<boolean>, leaseMs: number, onLost: () => void): () => void {
  let heldUntil = performance.now() + leaseMs;
  let isOver = false;

  const end = (): void => {
    isOver = true;
    clearInterval(timer);
  };
  const lose = (): void => {
    if (isOver) return;
    end();
    onLost();
  };
  const timer = setInterval(() => {
    const asked = performance.now();
    if (asked >= heldUntil) return lose();
    renew().then(
      (isHeld) => (isHeld ? void (heldUntil = asked + leaseMs) : lose()),
      () => undefined,
    );
  }, leaseMs / 3);
  return end;
}
