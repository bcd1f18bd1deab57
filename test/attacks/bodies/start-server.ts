import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { fileURLToPath } from 'node:url';

export const adapters = ['node', 'express', 'fastify', 'fetch', 'flow'] as const;
export type Adapter = (typeof adapters)[number];

/** A POST that is not complete yet. */
export interface OpenPost {
  readonly socket: Socket;
  /** Resolves with the response once the connection is closed. */
  readonly closed: Promise<string>;
}

/** Starts `server.ts` in a process of its own. */
export async function startServer() {
  const file = fileURLToPath(new URL('server.ts', import.meta.url));
  const child = fork(file, { execArgv: ['--expose-gc'] });
  const [ports] = (await once(child, 'message')) as [Record<Adapter, number>];
  return {
    /** Opens a POST to one of the routes. */
    open: (adapter: Adapter, route: 'bare' | 'webhooks' | 'hasty', headers: string): OpenPost => {
      const socket = connect(ports[adapter], '127.0.0.1');
      let response = '';
      socket.setEncoding('latin1').on('data', (text: string) => (response += text));
      const closed = new Promise<string>((resolve) => {
        socket.on('error', () => undefined).on('close', () => resolve(response));
      });
      const path = adapter === 'flow' ? `/flow/${route}` : `/${route}`;
      socket.write(`POST ${path} HTTP/1.1\r\nhost: shop.example\r\n${headers}\r\n\r\n`);
      return { socket, closed };
    },
    /** Returns the memory in use once the open connections have got so many bytes, in bytes. */
    measure: async (bytes: number): Promise<number> => {
      const answered = once(child, 'message') as Promise<[number]>;
      child.send(bytes);
      return (await answered)[0];
    },
    stop: async (): Promise<void> => {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

/** Returns the status of a response, or `closed` if there is none. */
export const getStatus = (response: string): string => /^HTTP\/1\.1 (\d+)/.exec(response)?.[1] ?? 'closed';

/** Sends `total` bytes in chunks of `size` bytes, and leaves the body open. */
export async function sendChunks({ socket, closed }: OpenPost, total: number, size: number): Promise<void> {
  const some = Math.max(1, Math.floor(16_384 / size));
  const chunk = `${size.toString(16)}\r\n${'a'.repeat(size)}\r\n`;
  for (let left = Math.floor(total / size); left > 0; left -= some)
    if (!socket.write(chunk.repeat(Math.min(some, left))))
      await Promise.race([once(socket, 'drain'), closed]);
}
