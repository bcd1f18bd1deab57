import { expect, test } from 'vitest';
import { RecentMap } from '../../src/shared/recent-map.ts';

const getPresent = (map: RecentMap<number>, keys: readonly string[]): string[] =>
  keys.filter((key) => map.get(key) !== undefined);

test('default: of five entries the newest two are kept, and the oldest two go together', () => {
  const map = new RecentMap<number>(2);
  const keys = ['a', 'b', 'c', 'd', 'e'];
  const present = keys.map((key, place) => {
    map.set(key, place);
    return getPresent(map, keys).join('');
  });
  expect(present).toEqual(['a', 'ab', 'abc', 'abcd', 'cde']);
  expect(map.entries()).toEqual([
    ['d', 3],
    ['e', 4],
  ]);
});

test('behavior: an old entry that is stored again is a new one, and a deleted one is gone', () => {
  const map = new RecentMap<number>(2);
  for (const key of ['a', 'b', 'c']) map.set(key, 1);
  map.set('a', 2);
  map.set('d', 1);
  expect(getPresent(map, ['a', 'b', 'c', 'd'])).toEqual(['a', 'c', 'd']);
  expect(map.get('a')).toBe(2);
  map.delete('a');
  map.delete('d');
  expect(getPresent(map, ['a', 'c', 'd'])).toEqual(['c']);
});

test('behavior: a large map always keeps the newest 1,000, and never more than 2,000', () => {
  const map = new RecentMap<number>(1000);
  const keys = Array.from({ length: 5000 }, (_, place) => `key-${place}`);
  const sizes = keys.map((key, place) => {
    map.set(key, place);
    return getPresent(map, keys.slice(0, place + 1)).length;
  });
  expect(sizes.slice(0, 1000)).toEqual(Array.from({ length: 1000 }, (_, place) => place + 1));
  expect([Math.min(...sizes.slice(1000)), Math.max(...sizes)]).toEqual([1001, 2000]);
  expect(getPresent(map, keys)).toEqual(keys.slice(-getPresent(map, keys).length));
});
