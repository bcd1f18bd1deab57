import { getEventListeners } from 'node:events';
import { Agent, createServer, type AgentOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createClient } from '../../../src/client/create-client.ts';
import { isOutcomeUnknownError } from '../../../src/errors/outcome-unknown-error.ts';
import { isTransportError } from '../../../src/errors/transport-error.ts';
import { createNodeEngine } from '../../../src/transport/engines/node.ts';
import { sendText } from '../../../src/api/messages/send-text.ts';
import { makeCoreClient } from '../../helpers/core-client.ts';
import { accepted, answerAccepted, exchangeOf, listen, options, text, until } from './local.ts';

const describeError = (error: unknown): string =>
  isOutcomeUnknownError(error)
    ? 'unknown'
    : isTransportError(error)
      ? `not sent: ${error.reason}`
      : String(error);

/** How far a call has come when it ends, and what can still have happened to it. */
const stages = [
  {
    name: 'while it waits for a connection of the agent',
    end: 'not sent',
    makeAgent: () => new Agent({ keepAlive: true, maxSockets: 1 }),
    isBusy: true,
  },
  {
    name: 'while the name is looked up',
    end: 'not sent',
    makeAgent: () => new Agent({ lookup: () => undefined }),
  },
  { name: 'during the TLS handshake', end: 'not sent', makeAgent: () => new HttpsAgent(), scheme: 'https' },
  { name: 'after the request', end: 'unknown', makeAgent: () => new Agent({ keepAlive: true }) },
  {
    name: 'in the middle of the answer',
    end: 'unknown',
    makeAgent: () => new Agent({ keepAlive: true }),
    answer: 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"messages":',
  },
] as const;

describe.each(stages)('a send that ends $name', ({ end, makeAgent, ...stage }) => {
  test.each(['aborted', 'timeout'] as const)(`behavior: ${end}, when it is %s`, async (reason) => {
    let arrived = 0;
    const server = createTcpServer((socket) => {
      socket.on('data', () => {
        arrived += 1;
        if ('answer' in stage) socket.write(stage.answer);
      });
    });
    const scheme = 'scheme' in stage ? stage.scheme : 'http';
    const { baseUrl, sockets } = await listen(server, { scheme });
    const agent = makeAgent();
    const engine = createNodeEngine({ agent });
    const client = makeCoreClient({
      ...options,
      baseUrl: baseUrl.replace('127.0.0.1', 'localhost'),
      engine,
      retry: false,
    });
    const first = 'isBusy' in stage ? sendText(client, text).catch(describeError) : undefined;
    if (first !== undefined) await until(() => arrived === 1);
    const seen = arrived;

    const arrives = end === 'unknown' || scheme === 'https';
    const controller = new AbortController();
    const call = sendText(client, text, {
      signal: controller.signal,
      timeout: reason === 'timeout' ? (arrives ? 1500 : 150) : 10_000,
    });
    const ended = call.then(() => 'accepted', describeError);
    if (reason === 'aborted') {
      if (arrives) await until(() => arrived > seen);
      else await new Promise((resolve) => setTimeout(resolve, 100));
      controller.abort();
    }
    expect(await ended).toBe(end === 'unknown' ? 'unknown' : `not sent: ${reason}`);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(arrived - seen).toBe(arrives ? 1 : 0);
    if (first === undefined)
      await until(() => [...sockets].every((socket) => socket.destroyed || socket.closed));
    agent.destroy();
    for (const socket of sockets) socket.destroy();
    if (first !== undefined) expect(await first).toBe('unknown');
  });
});

test('behavior: a send whose connection never came to be in time is tried again', async () => {
  const { baseUrl } = await listen(createServer(answerAccepted));
  let lookups = 0;
  const agent = new Agent({
    lookup: (_name: string, _options: object, done: (error: null, all: object[]) => void) => {
      lookups += 1;
      if (lookups === 3) done(null, [{ address: '127.0.0.1', family: 4 }]);
    },
  } as AgentOptions);
  const url = baseUrl.replace('127.0.0.1', 'localhost');
  const wa = createClient({ ...options, baseUrl: url, agent, timeout: 300 });
  await expect(wa.messages.sendText(text)).resolves.toMatchObject({ wamid: 'wamid.1' });
  expect(lookups).toBe(3);
});

test('behavior: 200 sends through an agent with one connection all arrive', async () => {
  const { baseUrl, sockets } = await listen(createServer(answerAccepted));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const wa = createClient({ ...options, baseUrl, agent });
  await Promise.all(Array.from({ length: 200 }, () => wa.messages.sendText(text)));
  expect(sockets.size).toBe(1);
  agent.destroy();
});

test('behavior: several clients share the connections of one agent', async () => {
  const { baseUrl, sockets } = await listen(createServer(answerAccepted));
  const agent = new Agent({ keepAlive: true });
  for (let index = 0; index < 10; index += 1)
    await createClient({ ...options, baseUrl, agent }).messages.sendText(text);
  expect(sockets.size).toBe(1);
  agent.destroy();
});

describe('a name with several addresses', () => {
  const lookup = (addresses: readonly { address: string; family: number }[]) =>
    new Agent({
      lookup: (_name: string, _options: object, done: (error: null, all: object) => void) =>
        done(null, addresses),
    } as AgentOptions);

  test('behavior: the next one is used where the first refuses the connection', async () => {
    const { port } = await listen(createServer(answerAccepted));
    const agent = lookup([
      { address: '::1', family: 6 },
      { address: '127.0.0.1', family: 4 },
    ]);
    let attempts = 0;
    const wa = createClient({
      ...options,
      baseUrl: `http://localhost:${port}`,
      agent,
      onAttempt: () => (attempts += 1),
    });
    await expect(wa.messages.sendText(text)).resolves.toMatchObject({ wamid: 'wamid.1' });
    expect(attempts).toBe(1);
  });

  test('error: where all refuse, nothing was sent', async () => {
    const { port } = await listen(createServer(answerAccepted));
    const agent = lookup([
      { address: '::1', family: 6 },
      { address: '127.0.0.2', family: 4 },
    ]);
    const baseUrl = `http://localhost:${port}`;
    const wa = createClient({ ...options, baseUrl, agent, retry: { attempts: 2, baseDelay: 1 } });
    const error: unknown = await wa.messages.sendText(text).catch((fault: unknown) => fault);
    expect(describeError(error)).toBe('not sent: network');
  });
});

describe('what Node refuses before anything is sent', () => {
  test('error: an agent for http:// and a call to https://', async () => {
    const agent = new Agent();
    const wa = createClient({ ...options, agent });
    await expect(wa.messages.sendText(text)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('the agent or a header cannot be used') as string,
      cause: { code: 'ERR_INVALID_PROTOCOL' },
    });
  });

  test('error: a header with a line break adds no header', async () => {
    const { baseUrl, sockets } = await listen(createServer(answerAccepted));
    const request = exchangeOf(baseUrl, { headers: { 'x-name': 'a\r\nx-injected: b' }, body: '{}' });
    await expect(createNodeEngine().exchange(request)).rejects.toMatchObject({
      name: 'UsageError',
      cause: { code: 'ERR_INVALID_CHAR' },
    });
    expect(sockets.size).toBe(0);
  });
});

test('behavior: a redirect is not followed by the engine', async () => {
  const { baseUrl } = await listen(
    createServer((_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()),
  );
  const response = await createNodeEngine().exchange(exchangeOf(baseUrl, { method: 'GET' }));
  expect([response.status, response.headers.get('location')]).toEqual([302, 'http://127.0.0.1:1/']);
});

test('behavior: 1,000 calls leave no listener on a connection that is used again', async () => {
  const warnings: string[] = [];
  const warn = (warning: Error): void => void warnings.push(warning.name);
  process.on('warning', warn);
  const { baseUrl } = await listen(createServer(answerAccepted));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const engine = createNodeEngine({ agent });
  const counts: number[] = [];
  agent.on('free', (socket: Socket) => {
    setImmediate(() =>
      counts.push(socket.eventNames().reduce((sum, name) => sum + socket.listenerCount(name), 0)),
    );
  });
  for (let index = 0; index < 1000; index += 1) {
    expect(await (await engine.exchange(exchangeOf(baseUrl, { body: '{}' }))).text()).toBe(accepted);
  }
  await until(() => counts.length > 900);
  expect(Math.max(...counts.slice(-100))).toBe(Math.max(...counts.slice(0, 100)));
  expect(warnings).toEqual([]);
  process.off('warning', warn);
  agent.destroy();
});
