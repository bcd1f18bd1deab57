import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket } from 'node:net';
import type { RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';
import type { EngineRequest } from '../../../src/transport/interface.ts';

/** The answer to a send that was accepted. */
export const accepted = JSON.stringify({
  messaging_product: 'whatsapp',
  contacts: [{ input: '+5511987654321', wa_id: '5511987654321' }],
  messages: [{ id: 'wamid.1' }],
});
export const text = { to: '+5511987654321', body: 'hi' };
export const options = { accessToken: 'token', phoneNumberId: '1', retry: { baseDelay: 1 } };

/** Accepts every send once its body is there. */
export const answerAccepted: RequestListener = (request, response) => {
  request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(accepted));
};

/** A server on loopback until the test ends. */
export interface Local {
  readonly port: number;
  readonly baseUrl: string;
  /** Every connection that was made. */
  readonly sockets: Set<Socket>;
}

/** Listens on a free port. */
export async function listen(
  server: Server,
  { address = '127.0.0.1', scheme = 'http' } = {},
): Promise<Local> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    socket.on('error', () => undefined);
    sockets.add(socket);
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, address);
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const host = address.includes(':') ? `[${address}]` : address;
  return { port, baseUrl: `${scheme}://${host}:${port}`, sockets };
}

/** A request as an engine gets it; `stop` ends it as a time limit would, and returns what the engine says of it. */
export function exchangeOf(
  url: string,
  more: Partial<EngineRequest> = {},
): EngineRequest & { readonly stop: () => unknown } {
  const controller = new AbortController();
  let stopEngine: (() => unknown) | undefined;
  return {
    url: new URL(url),
    method: 'POST',
    headers: {},
    signal: controller.signal,
    onAbort: (stop) => {
      stopEngine = stop;
    },
    stop: () => {
      controller.abort();
      return stopEngine?.();
    },
    ...more,
  };
}

/** Waits until a condition holds. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}
