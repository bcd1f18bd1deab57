import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IdempotencyStore } from '../../../src/webhooks/idempotency/idempotency-store.ts';

/** A store under test, and how time passes for it. */
export interface OpenIdempotencyStore {
  readonly store: IdempotencyStore;
  readonly elapse: (ms: number) => Promise<void> | void;
  readonly close: () => Promise<void> | void;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** The tests that every idempotency store must pass. */
export function testIdempotencyStore(
  name: string,
  open: () => Promise<OpenIdempotencyStore> | OpenIdempotencyStore,
): void {
  let opened: OpenIdempotencyStore;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  test(`default: ${name} gives a key once; it is locked until commit and processed afterwards`, async () => {
    const { store } = opened;
    expect(await store.acquire('a', minute)).toBe('acquired');
    expect(await store.acquire('a', minute)).toBe('locked');
    await store.commit('a', day);
    expect(await store.acquire('a', minute)).toBe('processed');
    expect(await store.acquire('b', minute)).toBe('acquired');
  });

  test(`behavior: ${name} gives a released key again immediately`, async () => {
    const { store } = opened;
    await store.acquire('a', minute);
    await store.release('a');
    expect(await store.acquire('a', minute)).toBe('acquired');
  });

  test(`behavior: ${name} keeps a processed key when it is released late`, async () => {
    const { store } = opened;
    await store.acquire('a', minute);
    await store.commit('a', day);
    await store.release('a');
    expect(await store.acquire('a', minute)).toBe('processed');
  });

  test(`behavior: ${name} ends a lease that was neither committed nor released, to the millisecond`, async () => {
    const { store, elapse } = opened;
    await store.acquire('a', 5 * minute);
    await elapse(4 * minute);
    expect(await store.acquire('a', 5 * minute)).toBe('locked');
    await elapse(minute);
    expect(await store.acquire('a', 5 * minute)).toBe('acquired');
  });

  test(`behavior: ${name} remembers a processed key for more than 7 days, then forgets it`, async () => {
    const { store, elapse } = opened;
    await store.acquire('a', minute);
    await store.commit('a', 8 * day);
    await elapse(7 * day);
    expect(await store.acquire('a', minute)).toBe('processed');
    await elapse(day);
    expect(await store.acquire('a', minute)).toBe('acquired');
  });

  test(`behavior: ${name} gives a key to one of 50 that ask at once`, async () => {
    const { store } = opened;
    const states = await Promise.all(Array.from({ length: 50 }, () => store.acquire('a', minute)));
    expect(states.filter((state) => state === 'acquired').length).toBe(1);
    expect(states.filter((state) => state === 'locked').length).toBe(49);
  });

  test(`behavior: ${name} distinguishes keys of any characters`, async () => {
    const { store } = opened;
    const keys = [
      '',
      'a b',
      'é\u{1f600}',
      "x'; DROP TABLE wabakit_idempotency; --",
      'a\r\nDEL b',
      '*',
      'k'.repeat(1000),
    ];
    const states = [];
    for (const key of [...keys, ...keys]) states.push(await store.acquire(key, minute));
    expect(states).toEqual([...keys.map(() => 'acquired'), ...keys.map(() => 'locked')]);
  });

  test(`behavior: ${name} lets 10,000 events with 1 to 5 shuffled deliveries be processed once each`, async () => {
    const { store } = opened;
    const random = seeded(17);
    const deliveries = Array.from({ length: 10_000 }, (_, event) =>
      Array.from({ length: 1 + Math.floor(random() * 5) }, () => `status:wamid.${event}:delivered`),
    ).flat();
    shuffle(deliveries, random);
    const counts = new Map<string, number>();
    const worker = async () => {
      for (let key = deliveries.pop(); key !== undefined; key = deliveries.pop()) {
        if ((await store.acquire(key, minute)) !== 'acquired') continue;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        await store.commit(key, 8 * day);
      }
    };
    await Promise.all(Array.from({ length: 50 }, worker));
    expect(counts.size).toBe(10_000);
    expect([...counts.values()].every((count) => count === 1)).toBe(true);
  }, 60_000);
}

/** A small generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle<Item>(items: Item[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = items[last];
    const swapped = items[other];
    if (held === undefined || swapped === undefined) continue;
    items[last] = swapped;
    items[other] = held;
  }
}
