import ky from 'ky';
import type { Engine } from '../interface.ts';

/** How `kyEngine()` works. */
export interface KyEngineOptions {
  /** Used in place of the global `fetch`: a proxy's, or a test's. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/**
 * Makes the portable engine, over `fetch`: it runs on Node, Bun, Deno, Workers and browsers.
 *
 * @example
 * const transport = http({ host: cloudApi({ accessToken }), engine: kyEngine({ fetch: fetchThroughProxy }) });
 */
export const kyEngine = ({ fetch }: KyEngineOptions = {}): Engine => ({
  name: 'ky',
  exchange: ({ url, init, ...request }) =>
    ky(url, {
      redirect: 'manual',
      ...request,
      ...init,
      retry: 0,
      timeout: false,
      throwHttpErrors: false,
      fetch,
    }),
});
