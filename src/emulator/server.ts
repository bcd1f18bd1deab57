import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { UsageError } from '../errors/usage-error.ts';
import { ConnectionCut } from './http/connection-cut.ts';
import { control, isControlPath } from './control/control.ts';
import type { ControlContext } from './control/control-context.ts';
import type { EmulatorServer, ListenOptions } from './core/emulator.ts';

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** The names under which the server may be called; any other comes from a page that points a name of its own at this machine. */
function allowedHosts(host: string, port: number): ReadonlySet<string> {
  return new Set(['127.0.0.1', 'localhost', '[::1]', host].map((name) => `${name}:${port}`));
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

/** Serves an emulator over HTTP. Only this machine reaches it, unless another host is asked for. */
export async function serveEmulator(
  context: ControlContext,
  options: ListenOptions,
): Promise<EmulatorServer> {
  const { port: wanted = 0, host = '127.0.0.1' } = options;
  let hosts: ReadonlySet<string> = new Set();
  const respond = getRequestListener(
    async (request, { incoming }) => {
      try {
        return await (isControlPath(new URL(request.url).pathname)
          ? control(context, request)
          : context.emulator.fetch(request));
      } catch (error) {
        if (!(error instanceof ConnectionCut)) throw error;
        incoming.socket.destroy();
        return RESPONSE_ALREADY_SENT;
      }
    },
    { overrideGlobalObjects: false },
  );
  const isForeign = ({ headers }: IncomingMessage): boolean =>
    loopback.has(host) && !hosts.has(headers.host ?? '');
  const listener = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    if (isForeign(incoming)) {
      outgoing
        .writeHead(421, { 'content-type': 'text/plain' })
        .end('This emulator answers on loopback only.\n');
      return;
    }
    await respond(incoming, outgoing);
  };
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  const port = await listening(server, wanted, host);
  hosts = allowedHosts(host, port);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
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
