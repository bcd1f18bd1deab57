import { UsageError } from '../../../errors/usage-error.ts';
import type { WabaTarget } from '../../../schemas/targets.ts';
import { getSeconds } from '../get-seconds.ts';

/** What every question about numbers needs. Meta looks back one year. */
export interface AnalyticsRange extends WabaTarget {
  /** From when on, in milliseconds since 1970. */
  readonly startAt: number;
  /** Until when, in milliseconds since 1970. */
  readonly endAt: number;
}

/**
 * Writes a field with its filters the way Meta reads them: `analytics.start(1).end(2).country_codes(["US"])`.
 * Filters that are `undefined` are left out. Throws a UsageError when the range is empty.
 */
export function analyticsField(
  name: string,
  { startAt, endAt }: AnalyticsRange,
  filters: Readonly<Record<string, string | readonly (string | number)[] | undefined>>,
): string {
  if (startAt >= endAt) {
    throw new UsageError({
      summary: 'The range is empty.',
      issues: [{ path: 'endAt', message: 'has to be later than startAt; both are milliseconds since 1970' }],
    });
  }
  const calls = Object.entries(filters).flatMap(([filter, value]) =>
    value === undefined ? [] : [`${filter}(${typeof value === 'string' ? value : JSON.stringify(value)})`],
  );
  return [name, `start(${getSeconds(startAt)})`, `end(${getSeconds(endAt)})`, ...calls].join('.');
}
