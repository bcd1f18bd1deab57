import { UsageError } from '../../errors/usage-error.ts';

/** A length of time: milliseconds, or a number and a unit (`'250ms'`, `'30s'`, `'5m'`, `'25h'`, `'7d'`). */
export type Duration = number | `${number}${'ms' | 's' | 'm' | 'h' | 'd'}`;

const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const pattern = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/;

const hasUnit = (unit: string | undefined): unit is keyof typeof milliseconds =>
  unit !== undefined && unit in milliseconds;

/** Turns a duration into whole milliseconds; never backwards. */
export function toMilliseconds(duration: Duration, path = 'duration'): number {
  const [, amount, unit] = typeof duration === 'string' ? (pattern.exec(duration) ?? []) : [];
  const value = hasUnit(unit) ? Number(amount) * milliseconds[unit] : duration;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return Math.round(value);
  throw new UsageError({
    summary: 'This is not a duration.',
    issues: [
      {
        path,
        message: `${JSON.stringify(duration)} is neither milliseconds (0 or more) nor a text such as '30s', '5m', '25h', '7d'`,
      },
    ],
  });
}
