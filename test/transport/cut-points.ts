import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What happens to a request; it gets the socket when the head is there, and again when the whole body is. */
export interface CutPoint {
  /** The whole name of the point. */
  readonly name: string;
  /** Milliseconds after which the client gives a try up, where that is the point. */
  readonly timeout?: number;
  onConnect?(socket: Socket): void;
  onHead?(socket: Socket): void;
  /** `count` is the number of the request on this connection, from 1. */
  onBody?(socket: Socket, count: number): void;
}

const accepted = JSON.stringify({
  messaging_product: 'whatsapp',
  contacts: [{ input: '+5511987654321', wa_id: '5511987654321' }],
  messages: [{ id: 'wamid.1' }],
});

/** A whole answer as it goes over the wire. */
export const answer = (status: string, body: string, type = 'application/json'): string =>
  `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

const cut = (socket: Socket): void => {
  socket.resetAndDestroy();
};

async function drip(socket: Socket): Promise<void> {
  for (const character of answer('200 OK', accepted)) {
    if (socket.destroyed) return;
    socket.write(character);
    await wait(10);
  }
}

export const cutPoints: readonly CutPoint[] = [
  // A reset (RST) here looks like one after the request, so it counts as unknown; an orderly end (FIN) is recognised.
  { name: 'TLS', onConnect: (socket) => socket.once('data', () => socket.end()) },
  { name: 'after the request head', onHead: cut },
  {
    name: 'in the middle of the body',
    onHead: (socket) => socket.once('data', () => cut(socket)),
    onBody: cut,
  },
  { name: 'after the body', onBody: cut },
  {
    name: 'after the status line',
    onBody: (socket) => socket.write('HTTP/1.1 200 OK\r\n', () => socket.destroy()),
  },
  {
    name: 'half of the JSON',
    onBody: (socket) => {
      const whole = answer('200 OK', accepted);
      socket.write(whole.slice(0, whole.length - 40), () => socket.destroy());
    },
  },
  { name: 'a slow drip', timeout: 100, onBody: (socket) => void drip(socket) },
  {
    name: 'a 502 page',
    onBody: (socket) => socket.write(answer('502 Bad Gateway', '<html>bad gateway</html>', 'text/html')),
  },
  {
    name: 'reset when the connection is used again',
    onBody: (socket, count) => (count === 1 ? socket.write(answer('200 OK', accepted)) : cut(socket)),
  },
  {
    name: 'an orderly end while the connection rests',
    onBody: (socket) =>
      socket.write(answer('200 OK', accepted), () => {
        // With the answer, in the next turn, or while the next request is on its way.
        const when = (socket.remotePort ?? 0) % 3;
        if (when === 0) socket.end();
        else if (when === 1) setImmediate(() => socket.end());
        else setTimeout(() => socket.end(), 1);
      }),
  },
  { name: 'timeout', timeout: 100, onBody: () => undefined },
];

/** Listens on loopback and cuts every call at one point. `bodies` counts the whole bodies that arrived, by correlation key. */
export async function cutServer(
  point: CutPoint,
): Promise<{ server: Server; port: number; bodies: Map<string, number>; close(): Promise<void> }> {
  const bodies = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    point.onConnect?.(socket);
    let received = '';
    let count = 0;
    let headSeen = false;
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      if (!headSeen) {
        headSeen = true;
        point.onHead?.(socket);
      }
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
      const body = received.slice(end + 4);
      if (body.length < length) return;
      const key = /"biz_opaque_callback_data":"([^"]+)"/.exec(body)?.[1] ?? '';
      bodies.set(key, (bodies.get(key) ?? 0) + 1);
      received = '';
      headSeen = false;
      count += 1;
      if (!socket.destroyed) point.onBody?.(socket, count);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    server,
    port: typeof address === 'object' && address !== null ? address.port : 0,
    bodies,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
