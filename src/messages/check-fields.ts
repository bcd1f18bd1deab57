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

/** Returns the payload of a media builder. Throws a `UsageError` if it names neither an upload nor a link. */
export function checkMedia<P extends { readonly id?: unknown; readonly link?: unknown }>(
  builder: string,
  payload: P,
): P {
  const { id, link }: { readonly id?: unknown; readonly link?: unknown } = { ...payload };
  if (typeof id === 'string' || typeof link === 'string') return payload;
  throw usageError(
    'id',
    `or link is missing; call ${builder}({ id }) for an upload or ${builder}({ link }) for a URL`,
  );
}
