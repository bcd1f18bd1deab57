import { expect, test } from 'vitest';
import { getRetryDelay, retryCost, type RetryInput } from '../../src/transport/retry.ts';

const wait = (input: Partial<RetryInput>) =>
  getRetryDelay({
    outcome: 'not_sent',
    idempotency: 'send',
    attempt: 1,
    timedOut: false,
    options: {},
    budget: 500,
    random: 0.5,
    ...input,
  });

test('default: what was never sent is tried again, each wait up to twice as long', () => {
  expect([1, 2, 3, 4, 5, 6].map((tries) => wait({ attempt: tries }))).toEqual([
    250,
    500,
    1000,
    2000,
    4000,
    undefined,
  ]);
});

test('behavior: a throttled call is left to the limiter', () => {
  expect(wait({ outcome: 'throttled', code: 131056, retryAfter: 7000 })).toBeUndefined();
});

test('behavior: a stated wait is taken, up to five minutes', () => {
  expect(wait({ outcome: 'unknown', idempotency: 'safe', retryAfter: 7000 })).toBe(7000);
  expect(wait({ outcome: 'unknown', idempotency: 'safe', retryAfter: 9e9 })).toBe(300_000);
});

test('behavior: a back-off never passes 30 seconds', () => {
  const options = { attempts: 999 };
  const waits = Array.from({ length: 998 }, (_, index) => wait({ attempt: index + 1, options, random: 0.5 }));
  expect(waits.slice(0, 8)).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
  expect(new Set(waits.slice(6))).toEqual(new Set([15_000]));
});

test('behavior: an unknown outcome is repeated for reads only', () => {
  expect(wait({ outcome: 'unknown', idempotency: 'safe' })).toBe(250);
  expect(wait({ outcome: 'unknown', idempotency: 'unsafe' })).toBeUndefined();
  expect(wait({ outcome: 'unknown', idempotency: 'send' })).toBeUndefined();
});

test.each([1, 2, 131000, 131016])('args: retryServerErrors decides about code %i of a send', (code) => {
  expect(wait({ outcome: 'rejected', code })).toBeUndefined();
  expect(wait({ outcome: 'rejected', code, options: { retryServerErrors: true } })).toBe(250);
  expect(wait({ outcome: 'rejected', code, idempotency: 'safe' })).toBe(250);
});

test('behavior: other refusals are final, unless Meta calls them transient', () => {
  expect(wait({ outcome: 'rejected', code: 131047, options: { retryServerErrors: true } })).toBeUndefined();
  expect(wait({ outcome: 'rejected', code: 99, transient: true, idempotency: 'safe' })).toBe(250);
  expect(wait({ outcome: 'rejected', code: 99, transient: true })).toBeUndefined();
});

test('behavior: an empty budget ends the tries; a timeout costs twice as much', () => {
  expect([retryCost(false), retryCost(true)]).toEqual([5, 10]);
  expect(wait({ budget: 5 })).toBe(250);
  expect(wait({ budget: 4 })).toBeUndefined();
  expect(wait({ outcome: 'unknown', idempotency: 'safe', timedOut: true, budget: 9 })).toBeUndefined();
});

test('behavior: an accepted call is never tried again', () => {
  expect(wait({ outcome: 'accepted', idempotency: 'safe' })).toBeUndefined();
});
