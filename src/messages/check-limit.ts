import { usageError } from '../errors/usage-error.ts';
import { textOf } from '../shared/text-of.ts';

/** Throws `UsageError` if a number of characters is not a whole number of 1 or more. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1)
    throw usageError('limit', `is ${textOf(limit)}, and must be a whole number of 1 or more`);
}
