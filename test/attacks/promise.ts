import { type PromiseId, promises } from './promises.ts';

/**
 * Returns the title of the test that proves a promise, and is the mark that `docs/promises.md` is generated from. Write both arguments as plain
 * strings: `scripts/promises.ts` reads them in the source.
 *
 * @example
 * test(promise('abort-sends-nothing', '0 of 200 sent'), async () => { … });
 */
export const promise = (id: PromiseId, figure: string): string =>
  `promise: ${promises[id].sentence} (${figure})`;

const isLong = process.env['WABAKIT_ATTACKS'] === 'long';

/** Returns how often to repeat an attack: `short` with the other tests, `long` in `npm run attacks`. */
export const rounds = (short: number, long: number): number => (isLong ? long : short);

/** Prints a figure of an attack: a count, or a time that no test asserts. */
export const report = (line: string): void => console.log(`attack: ${line}`);
