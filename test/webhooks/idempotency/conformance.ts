import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IdempotencyStore } from '../../../src/webhooks/idempotency/idempotency-store.ts';

/** A store under test, and how time passes for it. */
export interface OpenIdempotencyStore {
  readonly store: IdempotencyStore;
  readonly elapse: (ms: number) => Promise<void> | void;
  readonly close: () => Promise<void> | void;
}

const second = 1000;
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

  const acquire = (key: string, leaseMs = minute, owner?: string) =>
    opened.store.acquire(key, crypto.randomUUID(), leaseMs, owner);

  /** Locks a key and returns the token of the lease. */
  async function lock(key: string, leaseMs = minute, owner?: string): Promise<string> {
    const token = crypto.randomUUID();
    expect(await opened.store.acquire(key, token, leaseMs, owner)).toBe('acquired');
    return token;
  }

  test(`default: ${name} gives a key once; it is locked until commit and processed afterwards`, async () => {
    const { store } = opened;
    const token = await lock('a');
    expect(await acquire('a')).toBe('locked');
    expect(await store.commit('a', token, day)).toBe(true);
    expect(await acquire('a')).toBe('processed');
    expect(await acquire('b')).toBe('acquired');
  });

  test(`behavior: ${name} gives a key again to a caller that repeats its call, because the reply was lost`, async () => {
    const { store, elapse } = opened;
    const token = await lock('a');
    await elapse(minute - second);
    expect(await store.acquire('a', token, minute)).toBe('acquired');
    await elapse(minute - second);
    expect(await acquire('a')).toBe('locked');
    expect(await store.commit('a', token, day)).toBe(true);
    expect(await store.acquire('a', token, minute)).toBe('processed');
  });

  test(`behavior: ${name} gives a released key again immediately`, async () => {
    await opened.store.release('a', await lock('a'));
    expect(await acquire('a')).toBe('acquired');
  });

  test(`behavior: ${name} keeps a processed key when it is released, renewed or committed late`, async () => {
    const { store } = opened;
    const token = await lock('a');
    await store.commit('a', token, day);
    await store.release('a', token);
    expect([await store.renew('a', token, minute), await store.commit('a', token, 0)]).toEqual([
      false,
      false,
    ]);
    expect(await acquire('a')).toBe('processed');
  });

  test(`behavior: ${name} ends a lease that was neither committed nor released, to the second`, async () => {
    const { elapse } = opened;
    await lock('a', 5 * minute);
    await elapse(5 * minute - second);
    expect(await acquire('a')).toBe('locked');
    await elapse(second);
    expect(await acquire('a')).toBe('acquired');
  });

  test(`behavior: ${name} keeps a lease that is renewed`, async () => {
    const { store, elapse } = opened;
    const token = await lock('a');
    for (let turn = 0; turn < 3; turn += 1) {
      await elapse(minute - second);
      expect(await store.renew('a', token, minute)).toBe(true);
    }
    await elapse(minute - second);
    expect(await acquire('a')).toBe('locked');
  });

  test(`behavior: ${name} refuses every change under a lease that was lost`, async () => {
    const { store, elapse } = opened;
    const lost = await lock('a');
    await elapse(minute);
    const held = await lock('a');
    expect(held).not.toBe(lost);
    expect([await store.renew('a', lost, 9 * minute), await store.commit('a', lost, day)]).toEqual([
      false,
      false,
    ]);
    await store.release('a', lost);
    expect(await acquire('a')).toBe('locked');
    expect(await store.commit('a', held, day)).toBe(true);
    expect(await acquire('a')).toBe('processed');
  });

  test(`behavior: ${name} lets the same owner take a lock over, no other, and never a processed key`, async () => {
    const { store } = opened;
    const lost = await lock('a', minute, '17');
    expect([await acquire('a', minute, '18'), await acquire('a')]).toEqual(['locked', 'locked']);
    const held = await lock('a', minute, '17');
    expect(await store.commit('a', lost, day)).toBe(false);
    expect(await store.commit('a', held, day)).toBe(true);
    expect(await acquire('a', minute, '17')).toBe('processed');
    await lock('b');
    expect(await acquire('b')).toBe('locked');
  });

  test(`behavior: ${name} remembers a processed key for more than 7 days, then forgets it`, async () => {
    const { store, elapse } = opened;
    await store.commit('a', await lock('a'), 8 * day);
    await elapse(7 * day);
    expect(await acquire('a')).toBe('processed');
    await elapse(day);
    expect(await acquire('a')).toBe('acquired');
  });

  test(`behavior: ${name} gives a key to one of 50 that ask at once`, async () => {
    const states = await Promise.all(Array.from({ length: 50 }, () => acquire('a')));
    expect(states.filter((state) => state === 'acquired').length).toBe(1);
    expect(states.filter((state) => state === 'locked').length).toBe(49);
  });

  test(`behavior: ${name} distinguishes keys of any characters`, async () => {
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
    for (const key of [...keys, ...keys]) states.push(await acquire(key));
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
        const token = crypto.randomUUID();
        if ((await store.acquire(key, token, minute)) !== 'acquired') continue;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        await store.commit(key, token, 8 * day);
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
