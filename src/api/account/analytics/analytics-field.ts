import { UsageError } from '../../../errors/usage-error.ts';
import type { WabaTarget } from '../../../schemas/targets.ts';
import { toEpochMs, toEpochSeconds, toSnakeCaseKeys } from '../../../transport/transport.ts';

/** The period and the account that analytics are read for. Meta keeps one year. */
export interface AnalyticsRange extends WabaTarget {
  /** The start of the period: a `Date` or milliseconds since 1970. */
  readonly since: Date | number;
  /** The end of the period, later than `since`: a `Date` or milliseconds since 1970. */
  readonly until: Date | number;
}

/**
 * Writes a field with its filters the way Meta reads them: `analytics.start(1).end(2).country_codes(["US"])`.
 * Filters are given in camelCase; those that are `undefined` are left out. Throws `UsageError` if the period is empty or a time is not valid.
 */
export function analyticsField(
  name: string,
  { since, until }: AnalyticsRange,
  filters: Readonly<Record<string, string | readonly (string | number)[] | undefined>>,
): string {
  if (toEpochMs(since, 'since') >= toEpochMs(until, 'until')) {
    throw new UsageError({
      summary: 'The range is empty.',
      issues: [
        { path: 'until', message: 'should be later than since; both are a Date or milliseconds since 1970' },
      ],
    });
  }
  const calls = Object.entries(toSnakeCaseKeys(filters)).map(
    ([filter, value]) => `${filter}(${typeof value === 'string' ? value : JSON.stringify(value)})`,
  );
  return [
    name,
    `start(${toEpochSeconds(since, 'since')})`,
    `end(${toEpochSeconds(until, 'until')})`,
    ...calls,
  ].join('.');
}
