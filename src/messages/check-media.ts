import { usageError } from '../errors/usage-error.ts';

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
