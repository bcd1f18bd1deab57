import { RecentMap } from '../../shared/recent-map.ts';
import type { AcquireResult, IdempotencyStore } from './idempotency-store.ts';

/** Options of {@link createMemoryIdempotencyStore}. */
export interface MemoryIdempotencyStoreOptions {
  /** How many processed keys to remember at least; at twice as many the oldest half is forgotten. One takes about 150 bytes. Default: 100,000. */
  readonly maxKeys?: number | undefined;
}

interface Lock {
  readonly token: string;
  readonly owner: string | undefined;
  readonly until: number;
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
  // Times are those of the monotonic clock, which no step of the machine's clock moves.
  const locks = new RecentMap<Lock>(maxKeys);
  const processed = new RecentMap<number>(maxKeys);

  function acquire(key: string, token: string, leaseMs: number, owner?: string): AcquireResult {
    const now = performance.now();
    if ((processed.get(key) ?? 0) > now) return 'processed';
    const lock = locks.get(key);
    const isOwn = lock?.token === token || (owner !== undefined && lock?.owner === owner);
    if (lock !== undefined && lock.until > now && !isOwn) return 'locked';
    locks.set(key, { token, owner, until: now + leaseMs });
    return 'acquired';
  }

  /** Returns the lock that a token names, unless it was lost. */
  function getLock(key: string, token: string): Lock | undefined {
    const lock = locks.get(key);
    return lock?.token === token ? lock : undefined;
  }

  function renew(key: string, token: string, leaseMs: number): boolean {
    const lock = getLock(key, token);
    if (lock !== undefined) locks.set(key, { ...lock, until: performance.now() + leaseMs });
    return lock !== undefined;
  }

  function commit(key: string, token: string, keepMs: number): boolean {
    const isHeld = getLock(key, token) !== undefined;
    if (isHeld) {
      locks.delete(key);
      processed.set(key, performance.now() + keepMs);
    }
    return isHeld;
  }

  function release(key: string, token: string): void {
    if (getLock(key, token) !== undefined) locks.delete(key);
  }

  return {
    acquire: (key, token, leaseMs, owner) => Promise.resolve(acquire(key, token, leaseMs, owner)),
    renew: (key, token, leaseMs) => Promise.resolve(renew(key, token, leaseMs)),
    commit: (key, token, keepMs) => Promise.resolve(commit(key, token, keepMs)),
    release: (key, token) => Promise.resolve(release(key, token)),
  };
}
