import type { AcquireResult, IdempotencyStore } from './idempotency-store.ts';

/** Options of {@link createMemoryIdempotencyStore}. */
export interface MemoryIdempotencyStoreOptions {
  /** How many processed keys to remember; the oldest are forgotten first. One takes about 150 bytes. Default: 100,000. */
  readonly maxKeys?: number | undefined;
}

/**
 * Creates an idempotency store in the memory of this process. It is empty after a restart and not shared between processes, so it suits tests
 * and single-process services where an event may be processed twice after a deploy. Otherwise use `wabakit/sqlite` or `wabakit/redis`.
 *
 * @example
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, dedupe: createMemoryIdempotencyStore() });
 */
export function createMemoryIdempotencyStore({
  maxKeys = 100_000,
}: MemoryIdempotencyStoreOptions = {}): IdempotencyStore {
  const locked = new Map<string, number>();
  const processed = new Map<string, number>();

  // A map keeps the order of insertion, so the first key is the oldest.
  function put(map: Map<string, number>, key: string, until: number): void {
    map.delete(key);
    map.set(key, until);
    const [oldest] = map.keys();
    if (map.size > maxKeys && oldest !== undefined) map.delete(oldest);
  }

  function acquire(key: string, leaseMs: number): AcquireResult {
    const now = Date.now();
    if ((processed.get(key) ?? 0) > now) return 'processed';
    if ((locked.get(key) ?? 0) > now) return 'locked';
    put(locked, key, now + leaseMs);
    return 'acquired';
  }

  function commit(key: string, keepMs: number): void {
    locked.delete(key);
    put(processed, key, Date.now() + keepMs);
  }

  return {
    acquire: (key, leaseMs) => Promise.resolve(acquire(key, leaseMs)),
    commit: (key, keepMs) => Promise.resolve(commit(key, keepMs)),
    release: (key) => Promise.resolve(void locked.delete(key)),
  };
}
