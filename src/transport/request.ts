import type { Endpoint } from './interface.ts';

/** The whole URL of a call: host, version, path and query. An absolute path stays as it is. */
export function toUrl<T>({ path, host, query }: Endpoint<T>, { origin }: URL, apiVersion: string): URL {
  const url = new URL(path.startsWith('/') ? `${origin}/${apiVersion}${path}` : path);
  if (host === 'api') url.hostname = url.hostname.replace('graph.', 'api.');
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
}

/** The headers of a call; the only place where the access token is written. */
export const toHeaders = <T>(
  { body, auth = 'Bearer', headers }: Endpoint<T>,
  accessToken: string,
): Record<string, string> => ({
  ...body?.headers,
  ...headers,
  ...(auth !== 'none' && { authorization: `${auth} ${accessToken}` }),
});
