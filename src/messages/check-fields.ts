import { usageError } from '../errors/usage-error.ts';

/**
 * Returns the parameters of a builder. Throws a `UsageError` that names the first required field that is missing, as happens to callers
 * without types.
 */
export function checkFields<P extends object>(builder: string, params: P, required: readonly (keyof P)[]): P {
  const given: Partial<Record<keyof P, unknown>> = { ...params };
  const missing = required.find((field) => given[field] === undefined || given[field] === null);
  if (missing === undefined) return params;
  const fields = required.map(String).join(', ');
  throw usageError(String(missing), `is missing; call ${builder}({ ${fields} })`);
}
