import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a part of the peer bench stored, read by paths. */
export interface Result {
  readonly ids: readonly string[];
  number(...path: readonly string[]): number | undefined;
  text(...path: readonly string[]): string | undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads a part. Throws if it was not measured. */
export function readResult(folder: string, part: string): Result {
  const stored: unknown = JSON.parse(readFileSync(join(folder, `${part}.json`), 'utf8'));
  const at = (path: readonly string[]): unknown =>
    path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), stored);
  return {
    ids: isObject(stored) ? Object.keys(stored).filter((id) => isObject(stored[id])) : [],
    number: (...path) => {
      const value = at(path);
      return typeof value === 'number' ? value : undefined;
    },
    text: (...path) => {
      const value = at(path);
      return typeof value === 'string' ? value : undefined;
    },
  };
}
