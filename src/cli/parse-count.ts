import { InvalidArgumentError } from 'commander';

/** Parses an option that is a number of things, 1 to 999,999,999. */
export function parseCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number from 1 up.');
}
