import type { QueueFailure } from '../webhooks/queue/describe-failure.ts';

/** Returns the failure of a stored webhook that is damaged. */
export const unreadable = (problem: string): QueueFailure => ({
  reason: 'unreadable',
  errorName: 'Error',
  error: `Error: The stored webhook cannot be read: ${problem}`,
});

const isFailure = (value: unknown): value is QueueFailure =>
  typeof value === 'object' &&
  value !== null &&
  ['reason', 'errorName', 'error'].every((key) => typeof Reflect.get(value, key) === 'string');

/** Returns a failure from the JSON that a queue stored. A text that is no failure is the failure. */
export function parseFailure(text: string): QueueFailure {
  const value = parseJson(text);
  return isFailure(value) ? value : unreadable(text);
}

/** Returns a JSON value, or `undefined` where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the headers among the properties of a stored value, or `undefined` if it is no object. */
export function readHeaders(value: unknown): Record<string, string> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
