import type { AcquireResult, IdempotencyStore } from './idempotency-store.ts';

/** How much a {@link createMemoryIdempotencyStore} remembers. */
export interface MemoryIdempotencyStoreOptions {
  /** How many handled keys to remember; the oldest go first. About 150 bytes each. Default: 100,000. */
  readonly maxKeys?: number | undefined;
}

/**
 * Makes a claim store in the memory of this process, bounded. It forgets on a restart and is not shared: right for tests and for one
 * process whose handlers may run twice after a deploy; otherwise take `wabakit/sqlite` or `wabakit/redis`.
 *
 * @example
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, dedupe: createMemoryIdempotencyStore() });
 */
export function createMemoryIdempotencyStore({
  maxKeys = 100_000,
}: MemoryIdempotencyStoreOptions = {}): IdempotencyStore {
  const leases = new Map<string, number>();
  const handled = new Map<string, number>();

  // A map keeps the order of insertion, so the first key is the oldest.
  function put(map: Map<string, number>, key: string, until: number): void {
    map.delete(key);
    map.set(key, until);
    const [oldest] = map.keys();
    if (map.size > maxKeys && oldest !== undefined) map.delete(oldest);
  }

  function claim(key: string, leaseMs: number): AcquireResult {
    const now = Date.now();
    if ((handled.get(key) ?? 0) > now) return 'processed';
    if ((leases.get(key) ?? 0) > now) return 'locked';
    put(leases, key, now + leaseMs);
    return 'acquired';
  }

  function confirm(key: string, keepMs: number): void {
    leases.delete(key);
    put(handled, key, Date.now() + keepMs);
  }

  return {
    acquire: (key, leaseMs) => Promise.resolve(claim(key, leaseMs)),
    commit: (key, keepMs) => Promise.resolve(confirm(key, keepMs)),
    release: (key) => Promise.resolve(void leases.delete(key)),
  };
}
