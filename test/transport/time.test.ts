import { expect, test } from 'vitest';
import { isUsageError } from '../../src/errors/usage-error.ts';
import { toEpochMs, toEpochSeconds } from '../../src/transport/time.ts';

test('default: a Date and milliseconds name the same time', () => {
  const ms = Date.UTC(2026, 10, 1) + 999;
  expect([toEpochMs(new Date(ms), 'since'), toEpochMs(ms, 'since')]).toEqual([ms, ms]);
  expect([toEpochSeconds(new Date(ms), 'since'), toEpochSeconds(ms, 'since')]).toEqual([
    1793491200, 1793491200,
  ]);
});

test('behavior: undefined stays undefined, times before 1970 round down', () => {
  expect([toEpochSeconds(undefined, 'until'), toEpochSeconds(-1, 'until')]).toEqual([undefined, -1]);
});

test.each([[new Date('soon')], [Number.NaN], [Number.POSITIVE_INFINITY], ['2026-11-01' as never]])(
  'error: %s names the parameter',
  (value) => {
    expect(() => toEpochSeconds(value, 'until')).toSatisfy((call: () => unknown) => {
      try {
        call();
      } catch (error) {
        return isUsageError(error) && error.issues[0]?.path === 'until';
      }
      return false;
    });
  },
);
