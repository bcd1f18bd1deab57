import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fetchMock from 'fetch-mock';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { getGlobalDispatcher, MockAgent, ProxyAgent, setGlobalDispatcher } from 'undici';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createClient } from '../../../src/client/create-client.ts';
import { answerAccepted, listen, options, text } from './local.ts';
import { mocked, path, testMock } from './mock-suite.ts';

testMock(
  'msw',
  (baseUrl) => {
    const server = setupServer(http.post(`${baseUrl}${path}`, () => HttpResponse.json(mocked)));
    server.listen({ onUnhandledFrame: 'error' });
    return () => server.close();
  },
  { mocksHttp: true },
);

testMock('undici’s MockAgent as global dispatcher', (baseUrl) => {
  const before = getGlobalDispatcher();
  const agent = new MockAgent();
  agent.disableNetConnect();
  agent.get(baseUrl).intercept({ path, method: 'POST' }).reply(200, mocked).persist();
  setGlobalDispatcher(agent);
  return async () => {
    setGlobalDispatcher(before);
    await agent.close();
  };
});

testMock('fetch-mock', (baseUrl) => {
  fetchMock.mockGlobal().post(`${baseUrl}${path}`, mocked);
  return () => fetchMock.hardReset();
});

testMock(
  'vi.stubGlobal',
  () => {
    vi.stubGlobal('fetch', async () => Response.json(mocked));
    return () => vi.unstubAllGlobals();
  },
  { answersAll: true },
);

test('behavior: a framework’s patched fetch, such as Next’s, sees every call', async () => {
  const { baseUrl } = await listen(createServer(answerAccepted));
  const original = fetch;
  const seen: unknown[] = [];
  const patched = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    seen.push(input instanceof Request ? input.url : String(input));
    return original(input, init);
  };
  vi.stubGlobal('fetch', Object.assign(patched, { __nextPatched: true, _nextOriginalFetch: original }));
  onTestFinished(() => void vi.unstubAllGlobals());
  const wa = createClient({ ...options, baseUrl });
  await wa.messages.sendText(text);
  await wa.messages.sendText(text);
  expect(seen).toEqual([`${baseUrl}${path}`, `${baseUrl}${path}`]);
});

test('behavior: a global dispatcher with a proxy gets every call', async () => {
  const { baseUrl, port, sockets } = await listen(createServer(answerAccepted));
  const asked: string[] = [];
  const toPort = new Set<number | undefined>();
  const proxy = createServer((request: IncomingMessage, response) => {
    asked.push(String(request.url));
    const onward = httpRequest(
      String(request.url),
      { method: 'POST', headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      },
    );
    request
      .pipe(onward)
      .on('socket', (socket: Socket) => socket.once('connect', () => toPort.add(socket.localPort)));
  }).on('connect', (request: IncomingMessage, client: Socket) => {
    asked.push(String(request.url));
    const upstream = connect(port, '127.0.0.1', () => {
      toPort.add(upstream.localPort);
      client.write('HTTP/1.1 200 OK\r\n\r\n');
    });
    upstream.pipe(client).pipe(upstream);
  });
  const { baseUrl: proxyUrl } = await listen(proxy);
  const before = getGlobalDispatcher();
  const agent = new ProxyAgent(proxyUrl);
  setGlobalDispatcher(agent);
  try {
    await createClient({ ...options, baseUrl }).messages.sendText(text);
  } finally {
    setGlobalDispatcher(before);
    await agent.close();
  }
  expect(asked).toHaveLength(1);
  // Every connection to the API came from the proxy.
  expect([...sockets].map((socket) => socket.remotePort)).toEqual([...toPort]);
});

test('behavior: OpenTelemetry’s instrumentation of http has a span for each send', async () => {
  const { baseUrl } = await listen(createServer(answerAccepted));
  const script = fileURLToPath(new URL('otel-script.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, baseUrl]);
  const spans = JSON.parse(stdout) as { name: string; attributes: Record<string, unknown> }[];
  const urls = spans.map(({ attributes }) => attributes['url.full'] ?? attributes['http.url']);
  expect(urls).toEqual([`${baseUrl}/v26.0/1/messages`, `${baseUrl}/v26.0/2/messages`]);
});
