import { createDefaultEngine } from '#node-engine';
import { fetchEngine } from './engines/fetch.ts';
import { httpOver, type HttpOptions } from './http-over.ts';
import type { Transport } from './interface.ts';

/**
 * Makes the transport that speaks HTTP: it retries what is safe to retry, tells a refusal from a failure and an unknown outcome, and
 * keeps secrets out of errors.
 *
 * @example
 * const transport = http({ host: cloudApi({ accessToken }), retry: { attempts: 3 } });
 * const client = createClient({ transport, phoneNumberId });
 */
export const http = ({ engine = createDefaultEngine(fetchEngine()), ...options }: HttpOptions): Transport =>
  httpOver(engine, options);
