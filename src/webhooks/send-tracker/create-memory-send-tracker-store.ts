import type { SendTrackerStore } from './create-send-tracker.ts';

/**
 * Makes an outcome store in the memory of this process, bounded to the latest `maxKeys` correlation keys. It forgets on a restart.
 *
 * @example
 * const sends = createSendTracker(createMemorySendTrackerStore(), ({ callbackData }) => console.log('was sent:', callbackData));
 */
export function createMemorySendTrackerStore({
  maxKeys = 100_000,
}: { maxKeys?: number | undefined } = {}): SendTrackerStore {
  const values = new Map<string, { value: string; until: number }>();

  function put(key: string, value: string, keepMs: number): void {
    values.delete(key);
    values.set(key, { value, until: Date.now() + keepMs });
    const [oldest] = values.keys();
    if (values.size > maxKeys && oldest !== undefined) values.delete(oldest);
  }

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
