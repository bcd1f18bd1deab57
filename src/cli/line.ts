import { printable } from './printable.ts';

/** Returns epoch milliseconds as an ISO time, or an empty string if the value is not a valid time. */
export function formatTime(at: unknown): string {
  const date = new Date(typeof at === 'number' ? at : Number.NaN);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** Joins the non-empty strings among some values, which come from outside, into one printable line. */
export const joinWords = (words: readonly unknown[]): string =>
  words
    .filter((word): word is string => typeof word === 'string' && word !== '')
    .map(printable)
    .join('  ');
