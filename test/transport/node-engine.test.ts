import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../src/client/create-client.ts';
import { isOutcomeUnknownError } from '../../src/errors/outcome-unknown-error.ts';
import { createDefaultEngine, createNodeEngine } from '../../src/transport/engines/node.ts';
import { fetchEngine } from '../../src/transport/engines/fetch.ts';
import { createNodeEngine as createPortableEngine } from '../../src/transport/engines/portable.ts';
import { cloudApi } from '../../src/transport/hosts/cloud-api.ts';
import { http } from '../../src/transport/http.ts';
import { bytesBody, formBody, multipartBody, streamBody } from '../../src/transport/body.ts';
import type { Endpoint, RequestBody } from '../../src/transport/interface.ts';
import { answer } from './cut-points.ts';

const accepted = JSON.stringify({
  messaging_product: 'whatsapp',
  contacts: [{ input: '+5511987654321', wa_id: '5511987654321' }],
  messages: [{ id: 'wamid.1' }],
});
const text = { to: '+5511987654321', body: 'hi' };

const servers: Server[] = [];
afterEach(() => {
  vi.unstubAllGlobals();
  for (const server of servers.splice(0)) server.close();
});

/** Listens on loopback. `sockets` holds every connection that was made. */
async function listen(server: Server): Promise<{ baseUrl: string; port: number; sockets: Set<Socket> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    socket.unref();
    sockets.add(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}`, port, sockets };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const answerAccepted: RequestListener = (request, response) => {
  request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(accepted));
};
const options = { accessToken: 'token', phoneNumberId: '1', retry: { baseDelay: 1 } };

/** Calls once through the engine, and returns what the server got. */
async function post(body: RequestBody): Promise<{ headers: IncomingMessage['headers']; bytes: Buffer }> {
  let got: { headers: IncomingMessage['headers']; bytes: Buffer } | undefined;
  const { baseUrl } = await listen(
    createServer((request, response) => {
      void readBytes(request).then((bytes) => {
        got = { headers: request.headers, bytes };
        response.end('{}');
      });
    }),
  );
  const transport = http({ host: cloudApi({ accessToken: 'token', baseUrl }), engine: createNodeEngine() });
  const endpoint: Endpoint<undefined> = {
    method: 'POST',
    path: '/1',
    body,
    idempotency: 'unsafe',
    parse: () => undefined,
  };
  await transport.request(endpoint);
  if (got === undefined) throw new Error('The server got no request.');
  return got;
}

test('default: 100 sends of two clients, one after another, share one connection', async () => {
  const { baseUrl, sockets } = await listen(createServer(answerAccepted));
  const clients = [createClient({ ...options, baseUrl }), createClient({ ...options, baseUrl })];
  for (let index = 0; index < 100; index += 1) await clients[index % 2]?.messages.sendText(text);
  expect(sockets.size).toBe(1);
});

test('behavior: a script ends although its connections are kept open', async () => {
  const { baseUrl } = await listen(createServer(answerAccepted));
  const child = fork(new URL('node-engine-script.ts', import.meta.url), [baseUrl], { stdio: 'pipe' });
  child.disconnect();
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const [code] = (await once(child, 'exit')) as [number];
  expect({ code, output }).toEqual({ code: 0, output: '{"status":200}\n' });
});

describe('bodies', () => {
  test('behavior: a form is URL-encoded, with its length', async () => {
    const { headers, bytes } = await post(formBody({ text: 'ä & b', ids: [1, 2] }));
    expect(bytes.toString()).toBe('text=%C3%A4+%26+b&ids=1%2C2');
    expect(headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'content-length': '27',
      'accept-encoding': 'identity',
    });
  });

  test('behavior: a multipart form keeps fields, file names and bytes', async () => {
    const form = new FormData();
    form.set('type', 'image/png');
    form.set('file', new Blob([new Uint8Array([0, 255, 10])], { type: 'image/png' }), 'ü.png');
    const { headers, bytes } = await post(multipartBody(form));
    const type = String(headers['content-type']);
    const read = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    expect(headers['content-length']).toBe(String(bytes.length));
    expect(read.get('type')).toBe('image/png');
    const file = read.get('file') as File;
    expect(file.name).toBe('ü.png');
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array([0, 255, 10]));
  });

  test('behavior: bytes and a Blob arrive as they are', async () => {
    const bytes = new Uint8Array([0, 1, 254, 255]);
    expect((await post(bytesBody(bytes))).bytes).toEqual(Buffer.from(bytes));
    const blob = await post(bytesBody(new Blob([bytes]), 'audio/ogg'));
    expect(blob.bytes).toEqual(Buffer.from(bytes));
    expect(blob.headers).toMatchObject({ 'content-type': 'audio/ogg', 'content-length': '4' });
  });

  test('behavior: a stream of known length announces it, another is sent in chunks', async () => {
    const open = () => new Blob([new Uint8Array(70_000), new Uint8Array([7])]).stream();
    const known = await post(streamBody(open, { length: 70_001 }));
    expect(known.headers['content-length']).toBe('70001');
    expect(known.bytes).toHaveLength(70_001);
    const unknown = await post(streamBody(open));
    expect(unknown.headers['transfer-encoding']).toBe('chunked');
    expect(unknown.bytes.at(-1)).toBe(7);
  });

  test('error: a stream that fails ends the request, and no whole body arrives', async () => {
    const open = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => controller.error(new Error('the disk is gone')),
      });
    await expect(post(streamBody(open, { length: 10 }))).rejects.toMatchObject({
      name: 'OutcomeUnknownError',
    });
  });
});

test('behavior: text that is cut between the bytes of a character arrives whole', async () => {
  const body = Buffer.from('{"messages":[{"id":"wamid.é€😀"}]}');
  const { baseUrl } = await listen(
    createServer((request, response) => {
      request.resume();
      response.setHeader('content-length', body.length);
      const write = (index: number): void => {
        if (index === body.length) response.end();
        else response.write(body.subarray(index, index + 1), () => setImmediate(write, index + 1));
      };
      write(0);
    }),
  );
  const { wamid } = await createClient({ ...options, baseUrl }).messages.sendText(text);
  expect(wamid).toBe('wamid.é€😀');
});

test('behavior: a download is read as fast as it is taken, and left when it is cancelled', async () => {
  let closed: Promise<unknown> | undefined;
  const { baseUrl } = await listen(
    createServer((_request, response) => {
      closed = once(response, 'close');
      const fill = (): void => {
        while (response.write(Buffer.alloc(65_536)));
        response.once('drain', fill);
      };
      fill();
    }),
  );
  const response = await createNodeEngine().exchange({
    url: new URL(baseUrl),
    method: 'GET',
    headers: {},
    signal: new AbortController().signal,
    onAbort: () => undefined,
  });
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  expect(value?.byteLength).toBeGreaterThan(0);
  await reader?.cancel();
  await closed;
});

describe('a connection that the server closes when it is used again', () => {
  // Answers the first request of each connection and resets the next one.
  const flaky = () =>
    createTcpServer((socket) => {
      let count = 0;
      socket.on('error', () => undefined);
      socket.on('data', () => {
        count += 1;
        if (count === 1) socket.write(answer('200 OK', accepted));
        else socket.resetAndDestroy();
      });
    });

  test('behavior: a send is of unknown outcome and not repeated', async () => {
    const { baseUrl, sockets } = await listen(flaky());
    const wa = createClient({ ...options, baseUrl });
    await wa.messages.sendText(text);
    const error: unknown = await wa.messages.sendText(text).catch((fault: unknown) => fault);
    expect(isOutcomeUnknownError(error)).toBe(true);
    expect(sockets.size).toBe(1);
  });

  test('behavior: a read is repeated on a new connection', async () => {
    const { baseUrl, sockets } = await listen(flaky());
    const wa = createClient({ ...options, baseUrl });
    await wa.graph.get('/1');
    await expect(wa.graph.get('/1')).resolves.toMatchObject({ messages: [{ id: 'wamid.1' }] });
    expect(sockets.size).toBe(2);
  });
});

test('behavior: a second answer that arrives while the connection is idle is not taken for the next one', async () => {
  let sent = 0;
  const { baseUrl, sockets } = await listen(
    createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => {
        sent += 1;
        const id = sent;
        const reply = (name: string) => answer('200 OK', JSON.stringify({ messages: [{ id: name }] }));
        socket.write(reply(`wamid.${id}`), () => setTimeout(() => socket.write(reply(`late.${id}`)), 2));
      });
    }),
  );
  const wa = createClient({ ...options, baseUrl });
  const wamids: string[] = [];
  for (let index = 0; index < 20; index += 1) {
    wamids.push((await wa.messages.sendText(text)).wamid);
    const [last] = [...sockets].slice(-1);
    if (last !== undefined && !last.destroyed) await once(last, 'close');
  }
  expect(wamids).toEqual(Array.from({ length: 20 }, (_, index) => `wamid.${index + 1}`));
});

test('behavior: an IPv6 address is called without its brackets', async () => {
  const server = createServer(answerAccepted);
  server.listen(0, '::1');
  await once(server, 'listening');
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  const wa = createClient({ ...options, baseUrl: `http://[::1]:${port}` });
  await expect(wa.messages.sendText(text)).resolves.toMatchObject({ wamid: 'wamid.1' });
});

describe('agent', () => {
  test('args: its connections are used', async () => {
    const { baseUrl, sockets } = await listen(createServer(answerAccepted));
    const agent = new Agent({ keepAlive: true, maxSockets: 2 });
    const wa = createClient({ ...options, baseUrl, agent });
    await Promise.all(Array.from({ length: 20 }, () => wa.messages.sendText(text)));
    expect(sockets.size).toBe(2);
    agent.destroy();
  });

  test('error: what is no agent is refused when the engine is made', () => {
    const agent = { maxSockets: 1, destroy: () => undefined };
    expect(() => createNodeEngine({ agent })).toThrow('agent is not an agent of node:https');
    expect(() => createClient({ ...options, agent: new Agent(), fetch })).toThrow(
      'agent has no effect on a fetch',
    );
  });

  test('error: a runtime without node:https says so', () => {
    expect(() => createPortableEngine({ agent: new Agent() })).toThrow('agent works on Node only');
    expect(() => createPortableEngine()).toThrow('engine works on Node only');
  });
});

describe('a fetch that is not Node’s own', () => {
  const key = Symbol.for('undici.globalDispatcher.1');
  const mocked = async () => new Response(accepted, { status: 200 });

  test.each([
    ['a stub of the test', () => void vi.stubGlobal('fetch', mocked)],
    ['a spy', () => void vi.spyOn(globalThis, 'fetch').mockImplementation(mocked)],
    ['a proxy', () => void vi.stubGlobal('fetch', new Proxy(fetch, { apply: mocked }))],
    ['a bound function', () => void vi.stubGlobal('fetch', mocked.bind(undefined))],
  ])('behavior: %s gets every call, and no socket is opened', async (_name, replace) => {
    const { baseUrl, sockets } = await listen(createServer(answerAccepted));
    const wa = createClient({ ...options, baseUrl });
    await wa.messages.sendText(text);
    expect(sockets.size).toBe(1);
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    replace();
    for (let index = 0; index < 10; index += 1) await wa.messages.sendText(text);
    expect(sockets.size).toBe(0);
    vi.restoreAllMocks();
  });

  test.each([
    ['a mock agent', class MockAgent {}],
    ['a proxy agent', class ProxyAgent {}],
    [
      'an agent with options',
      class Agent {
        constructor() {
          Reflect.set(this, Symbol('options'), { connect: { rejectUnauthorized: false } });
        }
      },
    ],
  ])('behavior: %s as global dispatcher makes the calls go through fetch', async (_name, Dispatcher) => {
    vi.stubGlobal('untouched', true);
    const before: unknown = Reflect.get(globalThis, key);
    const used: string[] = [];
    const engine = createDefaultEngine({
      name: 'spy',
      exchange: (request) => {
        used.push(request.url.href);
        return mocked();
      },
    });
    const { baseUrl, sockets } = await listen(createServer(answerAccepted));
    const wa = createClient({
      transport: http({ host: cloudApi({ accessToken: 'token', baseUrl }), engine }),
      phoneNumberId: '1',
    });
    try {
      Reflect.set(globalThis, key, new Dispatcher());
      await wa.messages.sendText(text);
      expect(used).toEqual([`${baseUrl}/v26.0/1/messages`]);
      expect(sockets.size).toBe(0);
    } finally {
      Reflect.set(globalThis, key, before);
    }
    await wa.messages.sendText(text);
    expect(sockets.size).toBe(1);
  });

  test('behavior: Node’s own fetch, used elsewhere in the program, changes nothing', async () => {
    const { baseUrl, sockets } = await listen(createServer(answerAccepted));
    await fetch(baseUrl, { method: 'POST', body: '{}' });
    const engine = createDefaultEngine({
      ...fetchEngine(),
      exchange: () => Promise.reject(new Error('not used')),
    });
    const transport = http({ host: cloudApi({ accessToken: 'token', baseUrl }), engine });
    await createClient({ transport, phoneNumberId: '1' }).messages.sendText(text);
    expect(sockets.size).toBe(2);
  });
});
