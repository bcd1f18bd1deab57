import type { Engine } from '../interface.ts';
import { bounded } from './bounded.ts';

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
  async exchange({ url, init, method, headers, body, signal }) {
    // ky loads the runtime's whole `fetch` when it is evaluated.
    const { default: ky } = await import('ky');
    const response = await ky(url, {
      redirect: 'manual',
      method,
      headers,
      body,
      signal,
      ...init,
      retry: 0,
      timeout: false,
      throwHttpErrors: false,
      fetch,
    });
    return bounded(response);
  },
});
