import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { downloadMedia } from '../../src/api/media/download-media.ts';
import { uploadFile } from '../../src/api/media/upload-file.ts';
import { uploadMedia } from '../../src/api/media/upload-media.ts';
import { sendText } from '../../src/api/messages/send-text.ts';
import { isWabakitError } from '../../src/errors/base-error.ts';
import { fileServer, type FileServer } from '../api/media/file-server.ts';
import { makeCoreClient } from '../helpers/core-client.ts';
import { engines } from './engines.ts';
import { promise, report } from './promise.ts';

type Client = ReturnType<typeof makeCoreClient>;
type Options = Partial<Parameters<typeof makeCoreClient>[0]>;

const calls = 200;
const text = { to: '+5511987654321', body: 'hi' };
const picture = new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1)], {
  type: 'image/jpeg',
});

let server: FileServer;
let received: string[] = [];
/** Called with each request that arrives. */
let onRequest: () => void;

beforeAll(async () => {
  server = await fileServer((request, response) => {
    received.push(`${request.method} ${request.url}`);
    onRequest();
    request.resume();
    response.setHeader('content-type', 'application/json');
    if (request.url?.includes('throttled')) {
      response.writeHead(400, { 'retry-after': '200' });
      response.end(JSON.stringify({ error: { code: 130429, message: 'too fast' } }));
    } else if (request.method === 'GET')
      response.end(JSON.stringify({ id: '1', url: `${server.baseUrl}/file`, mime_type: 'image/jpeg' }));
    else response.end(JSON.stringify({ messages: [{ id: 'wamid.1' }], id: '1' }));
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

async function microtasks(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await Promise.resolve();
}

/** A gate that opens when it is told to; `reached` resolves once something waits for it. */
function createGate() {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return {
    reached: reached.promise,
    open: opened.resolve,
    async pass() {
      reached.resolve();
      await opened.promise;
    },
  };
}

/** Calls that are aborted at one point; each ends with its error and what the server got. */
const abortAt = (make: (signal: AbortSignal, abort: () => void) => Promise<unknown>): Promise<unknown> => {
  const controller = new AbortController();
  return make(controller.signal, () => controller.abort()).catch((error: unknown) => error);
};

describe.each(engines)('over the engine $name', (engine) => {
  const makeClient = (options: Options = {}): Client =>
    makeCoreClient({
      accessToken: 'token',
      phoneNumberId: '1',
      appId: '2',
      baseUrl: server.baseUrl,
      engine,
      ...options,
    });

  /** Aborts a call while it waits at a gate. */
  async function atGate(
    start: (gate: ReturnType<typeof createGate>, signal: AbortSignal) => Promise<unknown>,
  ) {
    return abortAt(async (signal, abort) => {
      const gate = createGate();
      const call = start(gate, signal);
      await gate.reached;
      abort();
      gate.open();
      return call;
    });
  }

  const sameTurn = (start: (client: Client, signal: AbortSignal) => Promise<unknown>) => () =>
    abortAt((signal, abort) => {
      const call = start(makeClient(), signal);
      abort();
      return call;
    });

  const afterMicrotasks = (count: number) => () =>
    abortAt(async (signal, abort) => {
      const call = sendText(makeClient(), text, { signal });
      call.catch(() => undefined);
      await microtasks(count);
      abort();
      return call;
    });

  test.each<[string, () => Promise<unknown>]>([
    [
      'already aborted',
      () => abortAt((signal, abort) => (abort(), sendText(makeClient(), text, { signal }))),
    ],
    ['in the same turn', sameTurn((client, signal) => sendText(client, text, { signal }))],
    ['after 1 microtask', afterMicrotasks(1)],
    ['after 2 microtasks', afterMicrotasks(2)],
    ['after 5 microtasks', afterMicrotasks(5)],
    [
      'during the token function',
      () =>
        atGate((gate, signal) => {
          const accessToken = async () => {
            await gate.pass();
            return 'token';
          };
          return sendText(makeClient({ accessToken }), text, { signal });
        }),
    ],
    [
      'during the proof of the app secret',
      () =>
        atGate((gate, signal) => {
          const appSecretProof = async () => {
            await gate.pass();
            return 'proof';
          };
          return sendText(makeClient({ appSecretProof }), text, { signal });
        }),
    ],
    [
      'while the stream of an upload is opened',
      () =>
        atGate((gate, signal) => {
          const file = async () => {
            await gate.pass();
            return picture.stream();
          };
          return uploadMedia(makeClient(), { file, type: 'image/jpeg' }, { signal });
        }),
    ],
    [
      'an upload in the same turn',
      sameTurn((client, signal) => uploadMedia(client, { file: picture }, { signal })),
    ],
    [
      'a resumable upload in the same turn',
      sameTurn((client, signal) => uploadFile(client, { file: picture }, { signal })),
    ],
    [
      'a download in the same turn',
      sameTurn((client, signal) => downloadMedia(client, { mediaId: '1' }, { signal })),
    ],
  ])(`%s: ${promise('abort-sends-nothing', '0 of 200 sent')}`, async (name, abortCall) => {
    received = [];
    onRequest = () => undefined;
    const ends = await Promise.all(Array.from({ length: calls }, abortCall));
    // Five microtasks later the engine has begun, and it cannot be told that it will not send: the error says so.
    const kinds = name === 'after 5 microtasks' ? ['outcome_unknown', 'transport'] : ['transport'];
    const wrong = ends.filter(
      (end) => !isWabakitError(end) || !kinds.includes(end.kind) || !end.summary.endsWith('aborted.'),
    );
    report(`${engine.name}, ${name}: ${received.length} of ${calls} sent, ${wrong.length} wrong errors`);
    expect(received).toEqual([]);
    expect(wrong).toEqual([]);
  });

  test(`in the queue: ${promise('abort-sends-nothing', '0 of 200 sent')}`, async () => {
    received = [];
    onRequest = () => undefined;
    const client = makeClient({ messagesPerSecond: 0.001 });
    await sendText(client, text);
    const ends = await Promise.all(
      Array.from({ length: calls }, () =>
        abortAt(async (signal, abort) => {
          const call = sendText(client, text, { signal });
          call.catch(() => undefined);
          await new Promise((resolve) => setTimeout(resolve, 1));
          abort();
          return call;
        }),
      ),
    );
    report(`${engine.name}, in the queue: ${received.length - 1} of ${calls} sent`);
    expect(received).toHaveLength(1);
    expect(ends.filter((end) => isWabakitError(end) && end.kind === 'transport')).toHaveLength(calls);
  });

  test('behavior: an abort during the wait after a throttle makes no second attempt', async () => {
    received = [];
    let abort = (): void => undefined;
    const client = makeClient({ phoneNumberId: 'throttled', totalTimeout: 1e9 });
    const ends = await abortAt(async (signal, stop) => {
      abort = stop;
      onRequest = () => setTimeout(() => abort(), 50);
      return sendText(client, text, { signal });
    });
    expect(received).toEqual(['POST /v26.0/throttled/messages']);
    expect(ends).toMatchObject({ kind: 'transport', reason: 'aborted' });
  });

  test('behavior: an abort between the record of a file and the file asks for no file', async () => {
    received = [];
    const end = await abortAt(async (signal, abort) => {
      onRequest = abort;
      return downloadMedia(makeClient(), { mediaId: '7' }, { signal });
    });
    expect(received).toEqual(['GET /v26.0/7']);
    expect(end).toMatchObject({ kind: 'transport', reason: 'aborted' });
  });

  test('behavior: whatever the moment, an error that says "not sent" is true', async () => {
    received = [];
    onRequest = () => undefined;
    const client = makeClient();
    // A connection that is open already: the next request needs no turn of the event loop.
    await sendText(client, text);
    const wrong: string[] = [];
    const kinds: Record<string, number> = {};
    for (let count = 0; count < calls; count += 1) {
      received = [];
      const end = await abortAt(async (signal, abort) => {
        const call = sendText(client, text, { signal });
        call.catch(() => undefined);
        await microtasks(count);
        abort();
        return call;
      });
      await new Promise((resolve) => setTimeout(resolve, 2));
      const kind = isWabakitError(end) ? end.kind : 'accepted';
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      if (kind === 'transport' && received.length > 0) wrong.push(`sent after ${count} microtasks`);
    }
    report(`${engine.name}, abort after 0 to ${calls - 1} microtasks: ${JSON.stringify(kinds)}`);
    expect(wrong).toEqual([]);
    expect(kinds['transport']).toBeGreaterThan(5);
  });
});

test('behavior: 10,000 aborted calls leave no listener on the signal and no timer', async () => {
  const client = makeCoreClient({
    accessToken: 'token',
    phoneNumberId: '1',
    fetch: () => new Promise(() => undefined),
  });
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  for (let index = 0; index < 100; index += 1) {
    const controller = new AbortController();
    const running = Array.from({ length: 100 }, () => sendText(client, text, { signal: controller.signal }));
    await microtasks(20);
    controller.abort();
    await Promise.allSettled(running);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  }
  expect(timers()).toBeLessThanOrEqual(before);
});
