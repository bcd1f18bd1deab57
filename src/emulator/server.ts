import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { UsageError } from '../errors/usage-error.ts';
import { ConnectionCut } from './http/connection-cut.ts';
import {
  getAllowedHosts,
  isAllowedHost,
  isEverywhere,
  isFromOtherPage,
  isLoopback,
  isPlainText,
  toUrlHost,
} from './http/visitors.ts';
import { control, isControlPath } from './control/control.ts';
import type { ControlContext } from './control/control-context.ts';
import type { EmulatorServer, ListenOptions } from './core/emulator.ts';

const misdirected =
  'This emulator answers to its own names only: 127.0.0.1, localhost and those of allowedHosts (--listen-anywhere <names>).\n';

const refuse = (message: string, status: number): Response =>
  Response.json({ error: { message, type: 'OAuthException', code: 100 } }, { status });

/** Answers a request of this machine's programs and of the emulator's own page; refuses those of other web pages. */
async function answer(context: ControlContext, request: Request): Promise<Response> {
  const isControl = isControlPath(new URL(request.url).pathname);
  if (isFromOtherPage(request)) {
    const message = 'The emulator answers no web page but its own: call it from your server.';
    return isControl ? new Response(`${message}\n`, { status: 403 }) : refuse(message, 403);
  }
  if (isControl) return control(context, request);
  if (isPlainText(request))
    return refuse('(#100) The body is text/plain. Send JSON with content-type: application/json.', 400);
  return context.emulator.fetch(request);
}

function listening(server: ReturnType<typeof createServer>, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const isInUse = cause.code === 'EADDRINUSE';
      reject(
        new UsageError({
          summary: isInUse ? `Port ${port} is in use.` : `The emulator cannot listen on ${host}:${port}.`,
          details: isInUse ? ['Give another port, or 0 to take any free one.'] : [cause.message],
          cause,
        }),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function getAddress({ host, listenAnywhere = false }: ListenOptions): string {
  const address = host ?? (listenAnywhere ? '0.0.0.0' : '127.0.0.1');
  if (listenAnywhere || isLoopback(address)) return address;
  throw new UsageError({
    summary: `Other machines would reach the emulator on ${address}.`,
    issues: [
      {
        path: 'host',
        message: 'is not a loopback address; if that is what you want, give listenAnywhere: true as well',
      },
    ],
  });
}

/** Serves an emulator over HTTP. Only this machine reaches it, unless `listenAnywhere` is given; foreign names and pages are refused on every address. */
export async function serveEmulator(
  context: ControlContext,
  options: ListenOptions,
): Promise<EmulatorServer> {
  const address = getAddress(options);
  const hosts = getAllowedHosts(address, options.allowedHosts ?? []);
  const respond = getRequestListener(
    async (request, { incoming }) => {
      try {
        return await answer(context, request);
      } catch (error) {
        if (!(error instanceof ConnectionCut)) throw error;
        incoming.socket.destroy();
        return RESPONSE_ALREADY_SENT;
      }
    },
    { overrideGlobalObjects: false },
  );
  const listener = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    if (isAllowedHost(hosts, incoming.headers.host)) await respond(incoming, outgoing);
    else outgoing.writeHead(421, { 'content-type': 'text/plain' }).end(misdirected);
  };
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  const port = await listening(server, options.port ?? 0, address);
  return {
    url: `http://${isEverywhere(address) ? '127.0.0.1' : toUrlHost(address)}:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
