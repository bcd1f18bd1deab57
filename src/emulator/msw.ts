import { http, HttpResponse, type RequestHandler } from 'msw';
import { metaHosts } from '../shared/meta.ts';
import type { Emulator } from './core/emulator.ts';

/**
 * Gives the emulator as MSW handlers: every call to Meta's hosts is answered by it, with your real client and no open port.
 *
 * @example
 * const server = setupServer(...emulatorHandlers(emulator));
 * server.listen({ onUnhandledFrame: 'error' });
 */
export function emulatorHandlers(emulator: Pick<Emulator, 'fetch'>): RequestHandler[] {
  return metaHosts.map((host) =>
    http.all(`https://${host}/*`, async ({ request }) => {
      try {
        return await emulator.fetch(request);
      } catch (error) {
        // A connection that is cut on purpose.
        if (error instanceof TypeError) return HttpResponse.error();
        throw error;
      }
    }),
  );
}
