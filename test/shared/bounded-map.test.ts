import { expect, test } from 'vitest';
import { createBoundedMap } from '../../src/shared/bounded-map.ts';

const getPresent = (map: { get: (key: string) => unknown }, keys: readonly string[]): string[] =>
  keys.filter((key) => map.get(key) !== undefined);

test('default: the oldest entry goes when there is one too many', () => {
  const map = createBoundedMap<number>(3);
  for (const [place, key] of ['a', 'b', 'c', 'd'].entries()) map.set(key, place);
  expect(['a', 'b', 'c', 'd'].map(map.get)).toEqual([undefined, 1, 2, 3]);
});

test('behavior: an entry that is stored again is the newest, a deleted one makes room', () => {
  const map = createBoundedMap<number>(2);
  map.set('a', 1);
  map.set('b', 1);
  map.set('a', 2);
  map.set('c', 1);
  expect(getPresent(map, ['a', 'b', 'c'])).toEqual(['a', 'c']);
  map.delete('a');
  map.set('d', 1);
  expect(getPresent(map, ['a', 'b', 'c', 'd'])).toEqual(['c', 'd']);
});

test('behavior: a large map forgets a hundredth at a time and always keeps the newest 99 of 100', () => {
  const map = createBoundedMap<number>(1000);
  const keys = Array.from({ length: 5000 }, (_, place) => `key-${place}`);
  const sizes = keys.map((key, place) => {
    map.set(key, place);
    return place < 1000 ? undefined : getPresent(map, keys.slice(0, place + 1)).length;
  });
  const full = sizes.filter((size) => size !== undefined);
  expect([Math.min(...full), Math.max(...full)]).toEqual([991, 1000]);
  expect(getPresent(map, keys)).toEqual(keys.slice(-getPresent(map, keys).length));
});

test('args: a size of 0 keeps nothing', () => {
  const map = createBoundedMap<number>(0);
  map.set('a', 1);
  expect(map.get('a')).toBe(undefined);
});
