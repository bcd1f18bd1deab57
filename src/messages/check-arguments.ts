import { usageError } from '../errors/usage-error.ts';
import { textOf } from '../shared/text-of.ts';

/** Throws `UsageError` if a text is none, or a number of characters is not a whole number of 1 or more. */
export function checkArguments(text: unknown, limit: number): void {
  if (typeof text !== 'string') throw usageError('text', 'should be a text');
  if (!Number.isInteger(limit) || limit < 1)
    throw usageError('limit', `is ${textOf(limit)}, and must be a whole number of 1 or more`);
}
