import { usageError } from '../errors/usage-error.ts';

/** The names of the parameters of a builder, and whether it needs them. */
type Fields<P> = Readonly<Record<keyof P, boolean>>;

/**
 * Returns the parameters of a builder. Throws a `UsageError` that names the first one that is unknown, or required and missing, as happens to
 * callers without types: a builder takes what it knows, so that the rest would be left out of the message without a word.
 */
export function checkFields<P extends object>(builder: string, params: P, fields: Fields<P>): P {
  const given = new Map<string, unknown>(Object.entries({ ...params }));
  const known = Object.entries<boolean>(fields);
  const unknown = [...given.keys()].find(
    (name) => !Object.hasOwn(fields, name) && given.get(name) !== undefined,
  );
  if (unknown !== undefined)
    throw usageError(
      unknown,
      `is not a parameter of ${builder}; they are ${known.map(([name]) => name).join(', ')}`,
    );
  const required = known.flatMap(([name, isRequired]) => (isRequired ? [name] : []));
  const missing = required.find((name) => given.get(name) === undefined || given.get(name) === null);
  if (missing === undefined) return params;
  throw usageError(missing, `is missing; call ${builder}({ ${required.join(', ')} })`);
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
