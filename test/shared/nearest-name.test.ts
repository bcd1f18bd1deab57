import { expect, test } from 'vitest';
import { describeUnknownName, findNearestName } from '../../src/shared/nearest-name.ts';

const kinds = ['any', 'message', 'messageEcho', 'status', 'templateStatus', 'on'];

test.each([
  ['mesage', 'message'],
  ['messages', 'message'],
  ['Message', 'message'],
  ['mesageEcho', 'messageEcho'],
  ['statuses', 'status'],
  ['echo', 'messageEcho'],
  ['onMessage', 'message'],
  ['templateStats', 'templateStatus'],
  ['reaction', undefined],
  ['x', undefined],
  ['', undefined],
])('default: %s means %s', (name, nearest) => {
  expect(findNearestName(name, kinds)).toBe(nearest);
});

test('behavior: without known names nothing is near', () => {
  expect(findNearestName('message', [])).toBe(undefined);
});

test('default: an unknown name is described with the nearest name, or with all', () => {
  expect(describeUnknownName('mesage', 'a kind of event', kinds)).toBe(
    'is not a kind of event; did you mean message?',
  );
  expect(describeUnknownName('zzz', 'an option', ['to', 'body'])).toBe('is not an option; they are to, body');
});
