import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { Agent, request as httpsRequest } from 'node:https';
import { beforeAll, describe, expect, test } from 'vitest';
import { sendText } from '../../src/api/messages/send-text.ts';
import { isOutcomeUnknownError } from '../../src/errors/outcome-unknown-error.ts';
import { isTransportError } from '../../src/errors/transport-error.ts';
import { createNodeEngine } from '../../src/transport/engines/node.ts';
import type { Engine } from '../../src/transport/interface.ts';
import { makeCertificate } from '../helpers/certificates.ts';
import { makeCoreClient } from '../helpers/core-client.ts';
import { engines } from './engines.ts';
import { promise, report } from './promise.ts';

const sends = 200;

let key: string;
let cert: string;

beforeAll(async () => {
  ({ key, cert } = await makeCertificate('other.example'));
});

/** An engine over `node:https`, as a caller may write one: it begins to write before it knows the peer. */
const httpsEngine = (trusted?: string): Engine => ({
  name: 'node:https',
  exchange: ({ url, method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const options = { method, headers, signal, ...(trusted !== undefined && { ca: trusted }) };
      const checkServerIdentity = trusted === undefined ? {} : { checkServerIdentity: () => undefined };
      const request = httpsRequest(url, { ...options, ...checkServerIdentity }, (response) => {
        response.resume();
        resolve(new Response('', { status: response.statusCode ?? 500 }));
      });
      request.on('error', reject);
      request.end(body);
    }),
});

/** A server on loopback that keeps what it could read, and its sockets. */
async function listen(server: Server): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A TLS server that reads a request and then does `then` with the raw socket. */
function createReader(options: TlsOptions, bodies: string[], then: (raw: Socket) => void): Server {
  const server = createTlsServer({ key, cert, ...options }, (secure) => {
    let read = '';
    secure.on('error', () => undefined);
    secure.on('data', (chunk: Buffer) => {
      read += chunk.toString('latin1');
      const callbackData = /"biz_opaque_callback_data":"([^"]+)"\}/.exec(read)?.[1];
      if (callbackData === undefined) return;
      bodies.push(callbackData);
      read = '';
      const raw = raws.get(secure.remotePort ?? 0);
      if (raw !== undefined) then(raw);
    });
  });
  const raws = new Map<number, Socket>();
  server.on('connection', (socket: Socket) => raws.set(socket.remotePort ?? 0, socket));
  return server;
}

/** Sends texts one after another, and counts the attempts and how each send ended. */
async function sendAll(engine: Engine, baseUrl: string, count = sends) {
  const ends: Record<string, number> = {};
  let attempts = 0;
  const client = makeCoreClient({
    accessToken: 'token',
    phoneNumberId: '1',
    baseUrl,
    engine,
    retry: { attempts: 4, baseDelay: 1 },
    onAttempt: () => (attempts += 1),
  });
  for (let index = 0; index < count; index += 1) {
    const end = await sendText(client, {
      to: '+5511987654321',
      body: 'hi',
      callbackData: `key-${index}`,
    }).then(
      () => 'accepted',
      (error: unknown) =>
        isOutcomeUnknownError(error) ? 'unknown' : isTransportError(error) ? error.reason : String(error),
    );
    ends[end] = (ends[end] ?? 0) + 1;
  }
  return { ends, attempts };
}

const copies = (bodies: readonly string[]): number => bodies.length - new Set(bodies).size;

describe.each([...engines, httpsEngine()])('over the engine $name', (engine) => {
  test(promise('never-sent', '0 of 200 read by a server whose certificate is refused'), async () => {
    const bodies: string[] = [];
    const server = await listen(createReader({}, bodies, () => undefined));
    const { ends, attempts } = await sendAll(engine, `https://localhost:${server.port}`, sends);
    await server.close();
    report(
      `${engine.name}, a certificate that is refused: ${bodies.length} of ${sends} read, ${attempts} attempts`,
    );
    expect(bodies).toEqual([]);
    // Never sent, so it is tried again, until the budget of the client is used up.
    expect(ends).toEqual({ network: sends });
    expect(attempts).toBeGreaterThan(sends);
  });

  // The answer has the text of one that comes later. Only our own engine over node:https sees that the handshake did not end.
  const isSeen = engine.name === 'node';
  test(`behavior: a plain server on the port of TLS gets ${isSeen ? 'a handshake for each attempt, and no message' : 'one attempt'}`, async () => {
    let connections = 0;
    let read = '';
    const server = await listen(
      createServer((socket) => {
        connections += 1;
        socket.once('data', (chunk) => {
          read += chunk.toString('latin1');
          socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
        });
      }),
    );
    const { ends, attempts } = await sendAll(engine, `https://localhost:${server.port}`, 20);
    await server.close();
    expect(ends).toEqual(isSeen ? { network: 20 } : { unknown: 20 });
    expect(connections).toBe(attempts);
    expect(isSeen ? attempts > 20 : attempts === 20).toBe(true);
    expect(read).not.toContain('biz_opaque_callback_data');
  });
});

describe.each([...engines])('over the engine $name', (engine) => {
  test('behavior: a TLS server on the port of HTTP reads no message and gets one attempt each', async () => {
    const bodies: string[] = [];
    const server = await listen(createReader({}, bodies, () => undefined));
    const { ends, attempts } = await sendAll(engine, `http://localhost:${server.port}`, 20);
    await server.close();
    expect(bodies).toEqual([]);
    expect(ends).toEqual({ unknown: 20 });
    expect(attempts).toBe(20);
  });
});

const trusting = [
  ['an engine on node:https', () => httpsEngine(cert)],
  [
    'the engine of the package',
    () =>
      createNodeEngine({
        agent: new Agent({ keepAlive: true, ca: cert, checkServerIdentity: () => undefined }),
      }),
  ],
] as const;

describe.each(trusting)('over %s that trusts the server', (engineName, makeEngine) => {
  const plain = 'HTTP/1.1 500 Oops\r\n\r\n';
  // TLS records: an alert (fatal, and which), as a server sends it that wanted a client certificate.
  test.each([
    ['plain bytes, which this side calls a wrong version number', (raw: Socket) => raw.end(plain)],
    [
      'a record that cannot be decrypted',
      (raw: Socket) => raw.end(Buffer.from('170303002000'.padEnd(74, '0'), 'hex')),
    ],
    ['a reset', (raw: Socket) => raw.resetAndDestroy()],
    ['an end without a word', (raw: Socket) => raw.destroy()],
  ])(
    `after the request %s: ${promise('never-sent', '0 of 200 doubled by TLS that breaks after the request')}`,
    async (name, then) => {
      const bodies: string[] = [];
      const server = await listen(createReader({}, bodies, then));
      const { ends, attempts } = await sendAll(makeEngine(), `https://localhost:${server.port}`);
      await server.close();
      report(
        `${engineName}, ${name}: ${bodies.length} read, ${copies(bodies)} doubled, ${attempts} attempts`,
      );
      expect(copies(bodies)).toBe(0);
      expect(bodies).toHaveLength(sends);
      expect(ends).toEqual({ unknown: sends });
    },
  );

  test('behavior: a server that misses a client certificate after it has read the request gets one attempt', async () => {
    // TLS 1.3: the client may write before the server has looked at its certificate, which is missing here.
    const { port, close } = await listen(
      createTlsServer({ key, cert, requestCert: true, rejectUnauthorized: true, ca: cert }),
    );
    const { ends, attempts } = await sendAll(makeEngine(), `https://localhost:${port}`, 50);
    await close();
    report(`${engineName}, a client certificate that is missing: ${attempts} attempts for 50 sends`);
    expect(ends).toEqual({ unknown: 50 });
    expect(attempts).toBe(50);
  });
});
