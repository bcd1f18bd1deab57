import { request as httpRequest } from 'node:http';
import { createEmulator, type Emulator } from 'wabakit/emulator';
import { orderUpdate } from '../emulator/helpers.ts';

export const ana = '5511987654321';
const open: Emulator[] = [];

/** Closes every emulator that `serve` started. */
export const closeAll = (): Promise<unknown> =>
  Promise.all(open.splice(0).map((emulator) => emulator.close()));

/** Starts an emulator behind a port. */

export async function serve(options: Parameters<Emulator['listen']>[0] = {}) {
  const handler = (request: Request): Response =>
    new Response(new URL(request.url).searchParams.get('hub.challenge'));
  const emulator = await createEmulator({ templates: [orderUpdate], webhook: { handler } });
  open.push(emulator);
  return { emulator, ...(await emulator.listen(options)) };
}

export type Served = Awaited<ReturnType<typeof serve>>;

export interface Visit {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Makes a request with any headers, `Host` and `Origin` included, as a browser or a hostile page would. */
export function visit({ port }: Pick<Served, 'port'>, { method = 'GET', path, headers = {}, body }: Visit) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { host: '127.0.0.1', port, method, path, headers: { ...length, ...headers } };
    const request = httpRequest(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on('error', reject).end(body);
  });
}

/** Sends only the head of a POST, and returns what is answered before the body comes. */
export function head(
  { port }: Pick<Served, 'port'>,
  path: string,
  headers: Readonly<Record<string, string>>,
) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method: 'POST', path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        request.destroy();
        resolve({ status: response.statusCode ?? 0, text });
      });
    });
    request.on('error', reject).flushHeaders();
  });
}

export const json = { 'content-type': 'application/json' };
