import { UsageError } from '../errors/usage-error.ts';
import { describeUnknownName } from '../shared/nearest-name.ts';

/**
 * Checks the names of parameters, for callers in JavaScript. Without it a misspelt name sends nothing, or the text `undefined`, where its
 * value should stand.
 *
 * @param known The parameters of the operation; `true` for those that it needs.
 *
 * @throws {UsageError} that names every unknown parameter, with the nearest known one, and every missing one.
 */
export function checkParams<Params extends object>(
  operation: string,
  params: Params,
  known: Readonly<Record<keyof Params & string, boolean>>,
): void {
  const names = Object.keys(known);
  const unknown = Object.keys(params)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      path: name,
      message: describeUnknownName(name, `a parameter of ${operation}`, names),
    }));
  const given = new Map<string, unknown>(Object.entries(params));
  const missing = Object.entries(known)
    .filter(([name, isNeeded]) => isNeeded && (given.get(name) ?? undefined) === undefined)
    .map(([path]) => ({ path, message: 'is missing' }));
  const issues = [...unknown, ...missing];
  if (issues.length > 0)
    throw new UsageError({ summary: `${operation} cannot use these parameters.`, issues });
}
