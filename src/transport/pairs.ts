import { createGate } from './gate.ts';
import { createLane, isEmpty, type Pair } from './lane.ts';

// Meta, "About the platform", pair rate limits: one message per 6 s to the same user, and up to 45 at once, borrowed from the time that follows.
const pairRate = 1 / 6;
const pairBurst = 44 * 6000;
const fewest = 1000;

/** The pairs of number and user whose pace or pause is not over. */
export interface PairTable {
  readonly size: number;
  find(key: string): Pair | undefined;
  findOrAdd(key: string): Pair;
}

/** Makes a table of pairs, with the pace of the pair limit or without one. Pairs that have come to rest are dropped as others are added. */
export function createPairTable(isPaced: boolean): PairTable {
  const pairs = new Map<string, Pair>();
  let sweepAt = fewest;

  function sweep(): void {
    const now = performance.now();
    for (const [key, pair] of pairs)
      if (isEmpty(pair) && Math.max(pair.gate.due, pair.gate.pausedUntil) <= now) pairs.delete(key);
    sweepAt = Math.max(fewest, pairs.size * 2);
  }

  return {
    get size() {
      return pairs.size;
    },
    find: (key) => pairs.get(key),
    findOrAdd(key) {
      const known = pairs.get(key);
      if (known !== undefined) return known;
      if (pairs.size >= sweepAt) sweep();
      const pair = { ...createLane(), gate: createGate(isPaced ? pairRate : Infinity, pairBurst) };
      pairs.set(key, pair);
      return pair;
    },
  };
}
