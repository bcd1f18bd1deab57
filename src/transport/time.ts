import { usageError } from '../errors/usage-error.ts';

/**
 * Returns a time as milliseconds since 1970. Throws a `UsageError` that names the parameter if the value is not a valid time.
 *
 * @example
 * toEpochMs(new Date('2026-11-01T00:00:00Z'), 'since'); // 1793491200000
 */
export function toEpochMs(value: Date | number, name: string): number {
  const ms = value instanceof Date ? value.getTime() : value;
  if (Number.isFinite(ms)) return ms;
  throw usageError(name, 'is not a valid time; give a Date or a number of milliseconds since 1970');
}

/**
 * Returns a time as the whole seconds since 1970 that Meta counts in; `undefined` stays `undefined`. Throws a `UsageError` that names
 * the parameter if the value is not a valid time.
 *
 * @example
 * toEpochSeconds(1_793_491_200_999, 'since'); // 1793491200
 */
export function toEpochSeconds(value: Date | number, name: string): number;
export function toEpochSeconds(value: Date | number | undefined, name: string): number | undefined;
export function toEpochSeconds(value: Date | number | undefined, name: string): number | undefined {
  return value === undefined ? undefined : Math.floor(toEpochMs(value, name) / 1000);
}
