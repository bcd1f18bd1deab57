import { RecentMap } from '../../shared/recent-map.ts';
import type { SendTrackerStore } from './create-send-tracker.ts';

/** Options of {@link createMemorySendTrackerStore}. */
export interface MemorySendTrackerStoreOptions {
  /** How many callback data strings to remember at least; at twice as many the oldest half is forgotten. Default: 100,000. */
  readonly maxKeys?: number | undefined;
}

/**
 * Creates a store for `createSendTracker` in the memory of this process. It is empty after a restart and not shared between processes;
 * otherwise use `wabakit/sqlite` or `wabakit/redis`.
 *
 * @example
 * const sends = createSendTracker(createMemorySendTrackerStore(), ({ callbackData }) => console.log('accepted:', callbackData));
 */
export function createMemorySendTrackerStore({
  maxKeys = 100_000,
}: MemorySendTrackerStoreOptions = {}): SendTrackerStore {
  const values = new RecentMap<{ value: string; until: number }>(maxKeys);

  const put = (key: string, value: string, keepMs: number): void =>
    values.set(key, { value, until: Date.now() + keepMs });

  function putIfAbsent(key: string, value: string, keepMs: number): string | undefined {
    const found = values.get(key);
    if (found !== undefined && found.until > Date.now()) return found.value;
    put(key, value, keepMs);
    return undefined;
  }

  return {
    putIfAbsent: (key, value, keepMs) => Promise.resolve(putIfAbsent(key, value, keepMs)),
    put: (key, value, keepMs) => Promise.resolve(put(key, value, keepMs)),
  };
}
