import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as nextTurn, setTimeout } from 'node:timers/promises';

/** How a body of one gibibyte is sent. */
export interface Flood {
  readonly headers: readonly string[];
  /** How many bytes of the body one write holds. */
  readonly chunkBytes: number;
  /** How long to wait between two writes. Default: as long as the kernel has no room. */
  readonly pauseMs?: number | undefined;
}

/** The end of a flood. */
export interface FloodResult {
  /** The first line of the final response; empty if there was none. */
  readonly status: string;
  /** The code of the error that ended the connection, or `closed` if the server closed it without one. */
  readonly end: string;
  /** The bytes that the kernel took from the client. */
  readonly bytesSent: number;
}

export const gibibyte = 1024 ** 3;

/** Sends one gibibyte to a server over a socket. It goes on after a response, until everything is sent or the connection ends. */
export async function flood(port: number, { headers, chunkBytes, pauseMs }: Flood): Promise<FloodResult> {
  const chunked = headers.includes('transfer-encoding: chunked');
  const socket = connect({ port, host: '127.0.0.1' });
  await once(socket, 'connect');
  let response = '';
  let error: string | undefined;
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => (response += text));
  socket.on('error', (fault: NodeJS.ErrnoException) => (error = fault.code));
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
  });
  const bytes = Buffer.alloc(chunkBytes, 0x61);
  const part = chunked
    ? Buffer.concat([Buffer.from(`${chunkBytes.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
    : bytes;
  const head = ['POST /webhooks HTTP/1.1', 'host: localhost', 'content-type: application/json', ...headers];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  for (let sent = 0; sent < gibibyte && socket.writable; sent += chunkBytes) {
    if (!socket.write(part)) await Promise.race([once(socket, 'drain').catch(() => undefined), closed]);
    else await (pauseMs === undefined ? nextTurn() : setTimeout(pauseMs));
  }
  if (socket.writable) socket.end(chunked ? '0\r\n\r\n' : '');
  await closed;
  const [status = ''] = response.replace('HTTP/1.1 100 Continue\r\n\r\n', '').split('\r\n', 1);
  return { status, end: error ?? 'closed', bytesSent: socket.bytesWritten };
}
