/** A map that forgets its oldest entries. */
export interface BoundedMap<Value> {
  readonly get: (key: string) => Value | undefined;
  /** Stores a value as the newest entry. */
  readonly set: (key: string, value: Value) => void;
  readonly delete: (key: string) => void;
}

/**
 * Creates a map of at most `maxSize` entries. One entry too many makes it forget the oldest hundredth together: the first key of a `Map` is found
 * by skipping the places of all entries that were deleted before it, which is too slow for every call.
 *
 * @example
 * const seen = createBoundedMap<number>(2);
 * for (const key of ['a', 'b', 'c']) seen.set(key, 1);
 * seen.get('a'); // undefined
 */
export function createBoundedMap<Value>(maxSize: number): BoundedMap<Value> {
  const entries = new Map<string, Value>();
  const batch = Math.ceil(maxSize / 100);

  function forgetOldest(): void {
    let left = batch;
    for (const key of entries.keys()) {
      entries.delete(key);
      left -= 1;
      if (left <= 0) return;
    }
  }

  return {
    get: (key) => entries.get(key),
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size > maxSize) forgetOldest();
    },
    delete: (key) => void entries.delete(key),
  };
}
