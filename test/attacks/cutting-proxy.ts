import { connect, createServer, type Socket } from 'node:net';

/** A TCP proxy in front of a server that can cut a connection between a command's run and its reply. */
export interface CuttingProxy {
  readonly port: number;
  /** How many replies were lost. */
  readonly getCuts: () => number;
  /** Lets the next command whose bytes contain `text` run, and cuts its connection instead of passing its reply on. */
  readonly cutReplyTo: (text: string) => void;
  readonly stop: () => Promise<void>;
}

/** Starts a proxy on a free loopback port. */
export async function startCuttingProxy(serverPort: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let target: string | undefined;
  let cuts = 0;
  const proxy = createServer((client) => {
    const server = connect(serverPort, '127.0.0.1');
    let isCut = false;
    client.on('data', (bytes: Buffer) => {
      if (target !== undefined && bytes.includes(target)) {
        target = undefined;
        isCut = true;
      }
      server.write(bytes);
    });
    server.on('data', (bytes: Buffer) => {
      if (!isCut) return void client.write(bytes);
      isCut = false;
      cuts += 1;
      client.destroy();
      server.destroy();
    });
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    getCuts: () => cuts,
    cutReplyTo: (text) => {
      target = text;
    },
    stop: async () => {
      const closed = new Promise((resolve) => proxy.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
