import { UsageError } from './usage-error.ts';
import { describeUnknownName } from '../shared/nearest-name.ts';

/** `true`: it has to be given. `list` and `object`: it has to be given as one. `false`: it may be left out. */
type Need = boolean | 'list' | 'object';

/** Returns whether a value is a list, without the doubts that the compiler has about readonly lists. */
export const isList = (value: unknown): boolean => Array.isArray(value);

function describeFault(value: unknown, need: Need): string | undefined {
  if (need === false) return undefined;
  if (value === undefined || value === null) return 'is missing';
  if (need === 'list' && !isList(value)) return 'should be a list';
  return need === 'object' && (isList(value) || typeof value !== 'object')
    ? 'should be an object'
    : undefined;
}

/**
 * Returns the parameters of a function, checked for callers in JavaScript. Without it a misspelt name sends nothing, or the text `undefined`,
 * where its value should stand.
 *
 * @param name The function.
 * @param known Its parameters, and how much it needs each.
 *
 * @throws {UsageError} that names every unknown parameter, with the nearest known one, and every one that is missing or is no list or object.
 */
export function checkParams<Params extends object>(
  name: string,
  params: Params,
  known: Readonly<Record<keyof Params & string, Need>>,
): Params {
  const given = new Map<string, unknown>(Object.entries({ ...params }));
  const names = Object.keys(known);
  const candidates = [
    ...Array.from(given, ([path, value]) => ({
      path,
      message:
        names.includes(path) || value === undefined
          ? undefined
          : describeUnknownName(path, `a parameter of ${name}`, names),
    })),
    ...Object.entries<Need>(known).map(([path, need]) => ({
      path,
      message: describeFault(given.get(path), need),
    })),
  ];
  const issues = candidates.flatMap(({ path, message }) => (message ? [{ path, message }] : []));
  if (issues.length > 0) throw new UsageError({ summary: `${name} cannot use these parameters.`, issues });
  return params;
}
