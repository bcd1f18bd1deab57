import { usageError } from '../errors/usage-error.ts';

/** Returns a text. Throws `UsageError` if it is none. */
export function checkText(path: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw usageError(path, 'should be a text');
}
