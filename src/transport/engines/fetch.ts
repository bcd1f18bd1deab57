import type { Engine } from '../interface.ts';
import { bounded } from './bounded.ts';

/** How `fetchEngine()` works. */
export interface FetchEngineOptions {
  /** Used in place of the global `fetch`: a proxy's, or a test's. It is called once per attempt. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/**
 * Makes the smallest engine: one call of `fetch` per exchange, and nothing around it.
 *
 * @example
 * const transport = http({ host: cloudApi({ accessToken }), engine: fetchEngine({ fetch: fetchThroughProxy }) });
 */
export const fetchEngine = (options: FetchEngineOptions = {}): Engine => ({
  name: 'fetch',
  async exchange({ url, init, method, headers, body, signal }) {
    const send = options.fetch ?? fetch;
    // A stream as a body must be announced. The name is not in every version of the types, hence the spread.
    return bounded(
      await send(url, { redirect: 'manual', method, headers, body, signal, ...init, ...{ duplex: 'half' } }),
    );
  },
});
