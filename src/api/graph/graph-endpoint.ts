import { usageError } from '../../errors/usage-error.ts';
import { jsonBody, type Endpoint, type Query } from '../../transport/transport.ts';

/** Parameters of every call of the raw API. */
export interface GraphParams {
  /** Query values; those that are `undefined` are left out, lists are joined with commas: `{ fields: ['id', 'name'] }`. */
  readonly query?: Query | undefined;
  /** `api` for the few operations on `api.facebook.com`. Default: `graph`. */
  readonly host?: 'graph' | 'api' | undefined;
}

/** Describes a raw call. Its reply is not checked: the caller says what it is. */
export function graphEndpoint<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  { query, host, body }: GraphParams & { readonly body?: unknown } = {},
): Endpoint<T> {
  // As `URL` reads it: blanks and control characters at the end fall away, and %2e is a dot.
  if (!/^\/[^/]/.test(path) || /[?#\\\s\p{Cc}]|\/(\.|%2e){1,2}(\/|$)/iu.test(path)) {
    throw usageError(
      'path',
      'should start with one slash and hold no version, query, fragment, blanks or dots: /{id}/{edge}',
    );
  }
  return {
    method,
    path,
    query,
    host,
    idempotency: method === 'POST' ? 'unsafe' : 'safe',
    body: body === undefined ? undefined : jsonBody(body),
    parse: ({ json }) => json as T,
  };
}
