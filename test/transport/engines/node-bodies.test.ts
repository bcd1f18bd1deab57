import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { createNodeEngine } from '../../../src/transport/engines/node.ts';
import { streamBody } from '../../../src/transport/body.ts';
import { isOutcomeUnknownError } from '../../../src/errors/outcome-unknown-error.ts';
import type { Endpoint, RequestBody } from '../../../src/transport/interface.ts';
import { makeCoreClient } from '../../helpers/core-client.ts';
import { exchangeOf, listen, options, until } from './local.ts';

const upload = (body: RequestBody): Endpoint<unknown> => ({
  method: 'POST',
  path: '/1/media',
  body,
  idempotency: 'unsafe',
  parse: (reply) => reply.json,
});
const makeClient = (baseUrl: string) => makeCoreClient({ ...options, baseUrl, engine: createNodeEngine() });

/** A body that gives one chunk and then stands still; says whether it was cancelled. */
function stalled() {
  const state = { opened: 0, cancelled: 0 };
  const open = () => {
    state.opened += 1;
    let first = true;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (!first) return new Promise(() => undefined);
        first = false;
        controller.enqueue(new Uint8Array(10));
      },
      cancel() {
        state.cancelled += 1;
      },
    });
  };
  return { state, open };
}

describe('a stream that is sent', () => {
  test('behavior: a server that answers before it has read the body ends it', async () => {
    const { baseUrl } = await listen(
      createServer((_request, response) =>
        response.writeHead(413).end('{"error":{"code":131053,"message":"too large"}}'),
      ),
    );
    const { state, open } = stalled();
    const call = makeClient(baseUrl).request(upload(streamBody(open, { length: 100 })));
    await expect(call).rejects.toMatchObject({ name: 'ApiError', code: 131053 });
    await until(() => state.cancelled === 1);
    expect(state).toEqual({ opened: 1, cancelled: 1 });
  });

  test('behavior: a call that is given up cancels it, although it stands still', async () => {
    const { baseUrl, sockets } = await listen(createServer(() => undefined));
    const { state, open } = stalled();
    const controller = new AbortController();
    const call = makeClient(baseUrl).request(upload(streamBody(open, { length: 100 })), {
      signal: controller.signal,
    });
    await until(() => [...sockets].some((socket) => socket.bytesRead > 0));
    controller.abort();
    await expect(call).rejects.toSatisfy(isOutcomeUnknownError);
    await until(() => state.cancelled === 1);
  });

  test('behavior: 100 MB are read only as fast as the server takes them', async () => {
    let taken = 0;
    let given = 0;
    let farthest = 0;
    const size = 100 * 1_048_576;
    const { baseUrl } = await listen(
      createServer((request, response) => {
        request.on('data', (chunk: Buffer) => {
          taken += chunk.length;
          farthest = Math.max(farthest, given - taken);
          if (taken % 8 === 0) {
            request.pause();
            setImmediate(() => request.resume());
          }
        });
        request.on('end', () => response.end('{"id":"1"}'));
      }),
    );
    const chunk = new Uint8Array(65_536);
    const open = () =>
      new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            given += chunk.length;
            controller.enqueue(chunk);
            if (given === size) controller.close();
          },
        },
        { highWaterMark: 0 },
      );
    const body = streamBody(open, { length: size });
    await expect(makeClient(baseUrl).request(upload(body))).resolves.toEqual({ id: '1' });
    console.log(`given and not yet taken: at most ${(farthest / 1_048_576).toFixed(1)} MB of 100`);
    expect(taken).toBe(size);
    // What the buffers of two sockets hold, which the kernel lets grow to a few megabytes.
    expect(farthest).toBeLessThan(size / 4);
  });

  test.each([
    ['an error', new Error('the disk is gone')],
    ['a text', 'gone'],
    ['nothing', undefined],
    ['a connection of its own that was refused', Object.assign(new Error('no'), { code: 'ECONNREFUSED' })],
  ])('error: a body that fails with %s is not repeated', async (_name, fault) => {
    const { baseUrl } = await listen(createServer(() => undefined));
    let opened = 0;
    const open = () => {
      opened += 1;
      let first = true;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (!first) return controller.error(fault);
          first = false;
          controller.enqueue(new Uint8Array(10));
        },
      });
    };
    const error: unknown = await makeClient(baseUrl)
      .request(upload(streamBody(open, { length: 100 })))
      .catch((reason: unknown) => reason);
    expect(isOutcomeUnknownError(error)).toBe(true);
    expect(error).toMatchObject({ cause: { message: 'The body failed.' } });
    expect(opened).toBe(1);
  });

  test('behavior: a refused connection proves that nothing was sent, and opens the body again', async () => {
    const { baseUrl, sockets } = await listen(createServer());
    const free = await listen(createServer());
    const { state, open } = stalled();
    const refused = makeCoreClient({
      ...options,
      baseUrl: 'http://127.0.0.1:1',
      engine: createNodeEngine(),
      retry: { attempts: 3, baseDelay: 1 },
    });
    await expect(refused.request(upload(streamBody(open)))).rejects.toMatchObject({
      name: 'TransportError',
      reason: 'network',
    });
    await until(() => state.cancelled === 3);
    expect(state).toEqual({ opened: 3, cancelled: 3 });
    expect([baseUrl === free.baseUrl, sockets.size]).toEqual([false, 0]);
  });

  test('behavior: a form is encoded whole where promises have another class, as in Jest', async () => {
    let length = 0;
    const { baseUrl } = await listen(
      createServer((request, response) => {
        request.on('data', (chunk: Buffer) => (length += chunk.length));
        request.on('end', () => response.end('{}'));
      }),
    );
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(1000)]), 'a.bin');
    const call = (() => {
      vi.stubGlobal('Promise', class OtherPromise<T> extends Promise<T> {});
      try {
        return createNodeEngine().exchange(exchangeOf(baseUrl, { body: form }));
      } finally {
        vi.unstubAllGlobals();
      }
    })();
    await (await call).text();
    expect(length).toBeGreaterThan(1000);
  });
});

describe('an answer', () => {
  const read = async (answer: string | Buffer): Promise<{ status: number; text: string }> => {
    const { baseUrl } = await listen(
      createTcpServer((socket) => socket.once('data', () => socket.end(answer))),
    );
    const response = await createNodeEngine().exchange(exchangeOf(baseUrl, { body: '{}' }));
    return { status: response.status, text: await response.text() };
  };

  test.each([
    ['HTTP/1.1 204 No Content\r\n\r\n', 204],
    ['HTTP/1.1 304 Not Modified\r\ncontent-length: 5\r\n\r\n', 304],
    ['HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n', 200],
    [
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n',
      204,
    ],
  ])('behavior: %j has no body', async (answer, status) => {
    expect(await read(answer)).toEqual({ status, text: '' });
  });

  test('behavior: 204 to a call for a file has no stream', async () => {
    const { baseUrl } = await listen(createServer((_request, response) => response.writeHead(204).end()));
    expect((await createNodeEngine().exchange(exchangeOf(baseUrl))).body).toBe(null);
  });

  test('error: another protocol ends the call at once', async () => {
    const answer = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n';
    await expect(read(answer)).rejects.toThrow('The connection was closed.');
  });

  test('error: no HTTP at all, and more headers than Node reads', async () => {
    await expect(read('hello\r\n\r\n')).rejects.toMatchObject({ code: 'HPE_INVALID_CONSTANT' });
    const header = `x: ${'y'.repeat(20_000)}\r\n`;
    await expect(read(`HTTP/1.1 200 OK\r\n${header}\r\n`)).rejects.toMatchObject({
      code: 'HPE_HEADER_OVERFLOW',
    });
  });

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
  ])('behavior: %s, although it was not asked for, is decoded', async (coding, encode) => {
    const body = encode(Buffer.from('{"é":1}'));
    const { baseUrl } = await listen(
      createServer((_request, response) => response.setHeader('content-encoding', coding).end(body)),
    );
    const engine = createNodeEngine();
    expect(await (await engine.exchange(exchangeOf(baseUrl))).text()).toBe('{"é":1}');
    const streamed = await engine.exchange(exchangeOf(baseUrl));
    expect(await new Response(streamed.body).text()).toBe('{"é":1}');
  });

  test.each(['cut', 'rubbish'])('error: gzip that is %s rejects, as text and as a stream', async (how) => {
    const whole = gzipSync(Buffer.from('x'.repeat(10_000) + Math.random()));
    const body = how === 'cut' ? whole.subarray(0, -12) : Buffer.from('no gzip');
    const { baseUrl } = await listen(
      createServer((_request, response) => response.setHeader('content-encoding', 'gzip').end(body)),
    );
    const engine = createNodeEngine();
    await expect((await engine.exchange(exchangeOf(baseUrl))).text()).rejects.toThrow();
    const streamed = await engine.exchange(exchangeOf(baseUrl));
    await expect(new Response(streamed.body).text()).rejects.toThrow();
  });

  test('error: a file whose connection breaks before it is read does not end as if it were whole', async () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n12345';
    const { baseUrl, sockets } = await listen(
      createTcpServer((socket) => void socket.once('data', () => socket.write(head))),
    );
    const response = await createNodeEngine().exchange(exchangeOf(baseUrl));
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await expect(new Response(response.body).text()).rejects.toThrow();
  });
});
