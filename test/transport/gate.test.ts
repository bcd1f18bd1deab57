import { expect, test, vi } from 'vitest';
import {
  accept,
  createGate,
  getWait,
  pass,
  pause,
  postpone,
  setMost,
  slowDown,
} from '../../src/transport/gate.ts';
import { createPairTable } from '../../src/transport/pairs.ts';

/** The times of calls that pass a gate as early as it allows, from 0. */
function timesOf(gate: ReturnType<typeof createGate>, count: number): number[] {
  let now = 0;
  return Array.from({ length: count }, () => {
    now += Math.max(0, getWait(gate, now));
    pass(gate, now);
    return now;
  });
}

/** The most calls in any second, both half-open. */
function mostInASecond(times: readonly number[]): number {
  return Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + 1000).length));
}

test('default: a gate without a rate is open', () => {
  expect(timesOf(createGate(), 3)).toEqual([0, 0, 0]);
});

test.each([20, 40, 80, 1000])(
  'behavior: 98 per cent of %i a second never passes it in any second',
  (level) => {
    const times = timesOf(createGate(level * 0.98), level * 3);
    expect(mostInASecond(times)).toBeLessThanOrEqual(level);
    expect(mostInASecond(times)).toBeGreaterThanOrEqual(Math.floor(level * 0.98));
  },
);

test.each([20, 80, 1000])(
  'behavior: 98 per cent of %i a second never passes it in any second, however often the process stands still',
  (level) => {
    const gate = createGate(level * 0.98);
    const times: number[] = [];
    let now = 0;
    for (let index = 0; index < level * 4; index += 1) {
      now = Math.max(now, now + getWait(gate, now));
      // Stalls of 1 to 60 ms, the same in every run.
      if (index % 7 === 0) now += 1 + ((index * 37) % 60);
      pass(gate, now);
      times.push(now);
    }
    expect(mostInASecond(times)).toBeLessThanOrEqual(level);
  },
);

test('behavior: calls catch up with 10 ms; a longer rest earns no more', () => {
  const getBurst = (late: number) => {
    const gate = createGate(1000);
    pass(gate, 0);
    let passed = 0;
    for (; getWait(gate, 1 + late) <= 0; passed += 1) pass(gate, 1 + late);
    return passed;
  };
  expect([0, 3, 10, 11, 5000].map(getBurst)).toEqual([1, 4, 11, 11, 11]);
});

test('behavior: the pair limit lends 45 at once and takes one per 6 seconds back', () => {
  const { gate } = createPairTable(true).findOrAdd('1 5511987654321');
  expect(timesOf(gate, 48).slice(44)).toEqual([0, 6000, 12_000, 18_000]);
});

test('behavior: after ten idle intervals a pair has exactly ten more', () => {
  const { gate } = createPairTable(true).findOrAdd('1 5511987654321');
  timesOf(gate, 45);
  const free = Array.from({ length: 11 }, () => {
    const wait = getWait(gate, 60_000);
    pass(gate, 60_000);
    return wait;
  });
  expect(free.filter((wait) => wait <= 0)).toHaveLength(10);
  expect(free[10]).toBe(6000);
});

test('behavior: the pair limit counts the first message of a burst from its answer, the others from the first', () => {
  const { gate } = createPairTable(true).findOrAdd('1 5511987654321');
  const from = Array.from({ length: 45 }, () => pass(gate, 0));
  for (const each of from) postpone(gate, each, 250);
  expect(getWait(gate, 0)).toBe(6250);
});

test('behavior: a pause closes the gate, and a longer one stays', () => {
  const gate = createGate();
  pause(gate, 0, 5000);
  pause(gate, 0, 1000);
  expect([getWait(gate, 1000), getWait(gate, 5000)]).toEqual([4000, 0]);
});

test('behavior: a throttle without a pace starts at 10 a second and doubles with every second of accepted calls', () => {
  const gate = createGate();
  slowDown(gate);
  expect(gate.rate).toBe(10);
  for (let index = 0; index < 10; index += 1) accept(gate);
  expect(gate.rate).toBe(20);
});

test('behavior: every further throttle halves the rate, and accepted calls win 5 % a second back', () => {
  const gate = createGate(80);
  slowDown(gate);
  expect(gate.rate).toBe(40);
  for (let index = 0; index < 40; index += 1) accept(gate);
  expect(gate.rate).toBeCloseTo(42);
  for (let index = 0; index < 9; index += 1) slowDown(gate);
  expect(gate.rate).toBe(1);
  const slow = createGate(0.5);
  slowDown(slow);
  expect(slow.rate).toBe(0.5);
});

test('behavior: the rate climbs up to its most, and follows a level that changes', () => {
  const gate = createGate(78.4);
  slowDown(gate);
  for (let index = 0; index < 10_000; index += 1) accept(gate);
  expect(gate.rate).toBe(78.4);
  setMost(gate, 980);
  expect(gate.rate).toBe(980);
  slowDown(gate);
  setMost(gate, 19.6);
  expect(gate.rate).toBe(19.6);
});

test('behavior: pairs that have come to rest are dropped', () => {
  const pairs = createPairTable(true);
  const clock = vi.spyOn(performance, 'now');
  for (let user = 0; user < 20_000; user += 1) {
    clock.mockReturnValue(user * 6001);
    pass(pairs.findOrAdd(`1 ${user}`).gate, user * 6001);
  }
  clock.mockRestore();
  expect(pairs.size).toBeLessThanOrEqual(1000);
  expect(pairs.find('1 5')).toBeUndefined();
});

test('behavior: pairs that still count are kept', () => {
  const pairs = createPairTable(true);
  for (let user = 0; user < 5000; user += 1) pass(pairs.findOrAdd(`1 ${user}`).gate, performance.now());
  expect(pairs.size).toBe(5000);
});
