import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { UsageError, usageError } from '../../errors/usage-error.ts';
import type { Engine, EngineRequest, EngineResponse } from '../interface.ts';
import { safeCause } from '../redact.ts';
import type { NodeAgent, NodeEngineOptions } from './node-agent.ts';
import { maxAnswerLength } from './answer-length.ts';
import { isNodeFetch } from './own-fetch.ts';

// Asked for with the first call: loading node:https takes longer than loading all of wabakit.
const loadModules = () => ({
  http: process.getBuiltinModule('node:http'),
  https: process.getBuiltinModule('node:https'),
});
let modules: ReturnType<typeof loadModules> | undefined;
const getModules = (): ReturnType<typeof loadModules> => (modules ??= loadModules());

type Agents = Readonly<Record<string, Agent>>;
let sharedAgents: Agents | undefined;

/** Makes an agent that keeps connections open, and closes one on which the server writes although nothing was asked, which Node 22.12 does not. */
function createAgent(Base: typeof Agent): Agent {
  class KeepAliveAgent extends Base {
    override keepSocketAlive(socket: Duplex): void {
      socket.once('data', close);
      return super.keepSocketAlive(socket);
    }
    override reuseSocket(socket: Duplex, request: ClientRequest): void {
      socket.removeListener('data', close);
      super.reuseSocket(socket, request);
    }
  }
  return new KeepAliveAgent({ keepAlive: true, scheduling: 'lifo' });
}

/** A second answer to the request before would be taken for the answer to the next one. */
function close(this: Duplex): void {
  this.destroy();
}

/** Returns the agents of all clients. Their idle connections do not keep a process running. */
function getSharedAgents(): Agents {
  const { http, https } = getModules();
  sharedAgents ??= { 'http:': createAgent(http.Agent), 'https:': createAgent(https.Agent) };
  return sharedAgents;
}

const isAgent = (agent: NodeAgent): agent is Agent => 'addRequest' in agent;

function toAgents(agent: NodeAgent | undefined): Agents | undefined {
  if (agent === undefined) return undefined;
  if (!isAgent(agent))
    throw usageError('agent', 'is not an agent of node:https; give new https.Agent({ … })');
  return { 'http:': agent, 'https:': agent };
}

/** A body as `node:http` takes it, and the content type that it has by itself. */
interface Payload {
  readonly data?: string | Uint8Array | undefined;
  readonly stream?: ReadableStream<Uint8Array> | undefined;
  readonly type?: string | null | undefined;
}

function toPayload(body: EngineRequest['body']): Payload | Promise<Payload> {
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) return { data: body };
  if (body instanceof URLSearchParams)
    return { data: body.toString(), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
  if (body instanceof ReadableStream) return { stream: body };
  // Forms and Blobs, which `fetch` writes in their standard form.
  const encoded = new Response(body);
  const type = encoded.headers.get('content-type');
  return encoded.arrayBuffer().then((bytes) => ({ data: new Uint8Array(bytes), type }));
}

/** Returns the bytes of a response as they arrive, read no faster than they are taken. */
function toWebStream(message: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = message[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await chunks.next();
      if (chunk.done === true) controller.close();
      else controller.enqueue(chunk.value);
    },
    cancel: () => void message.destroy(),
  });
}

/** A response of `node:http` with the part of `Response` that is used. */
class NodeResponse implements EngineResponse {
  readonly #message: IncomingMessage;
  readonly status: number;
  readonly headers: EngineResponse['headers'];

  constructor(message: IncomingMessage) {
    this.#message = message;
    this.status = message.statusCode ?? 0;
    this.headers = {
      get: (name) => {
        const value = message.headers[name];
        return value === undefined ? null : String(value);
      },
    };
  }

  get body(): ReadableStream<Uint8Array> | null {
    return this.status === 204 ? null : toWebStream(this.#message);
  }

  text(): Promise<string> {
    const message = this.#message;
    return new Promise((resolve, reject) => {
      let text = '';
      message.setEncoding('utf8');
      message.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > maxAnswerLength)
          import('./read-answer.ts').then((module) => message.destroy(module.answerTooLong()), reject);
      });
      message.on('end', () => resolve(text));
      message.on('error', reject);
    });
  }
}

/** The errors of requests, and whether their connection was never ready for a byte. */
const notSent = new WeakMap<object, boolean>();

/** Calls back when the connection of a request is ready, so that its bytes may have been sent. */
function whenConnected(request: ClientRequest, readyEvent: string, onReady: () => void): void {
  request.on('socket', (socket: Socket) => {
    // The agent of a proxy may hand over a connection that is ready, or whose TLS is not. One that was closed before takes no byte.
    if (socket.connecting || ('secureConnecting' in socket && socket.secureConnecting))
      socket.once(readyEvent, onReady);
    else if (!socket.destroyed) onReady();
  });
}

/** Writes a stream as fast as the connection takes it. It is cancelled when the request ends before it. */
async function writeStream(stream: ReadableStream<Uint8Array>, request: ClientRequest): Promise<void> {
  const reader = stream.getReader();
  request.once('close', () => void reader.cancel().catch(() => undefined));
  for (;;) {
    const { done, value } = await reader.read();
    if (request.destroyed) return;
    if (done) return void request.end();
    if (!request.write(value)) await new Promise((resolve) => request.once('drain', resolve));
  }
}

/** Makes a request that is not sent yet. Throws `UsageError` if Node refuses a header, or an agent that is for the other protocol. */
function createRequest(
  { url, method, headers }: EngineRequest,
  { data, type }: Payload,
  agents: Agents,
): ClientRequest {
  const { protocol, hostname, port, pathname, search } = url;
  const { http, https } = getModules();
  try {
    const request = (protocol === 'https:' ? https : http).request({
      protocol,
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port,
      path: pathname + search,
      method,
      agent: agents[protocol],
      headers: {
        'accept-encoding': 'identity',
        ...(type && { 'content-type': type }),
        ...(data !== undefined && { 'content-length': Buffer.byteLength(data) }),
        ...headers,
      },
    });
    // The header alone does not do it: an agent would keep the connection.
    if (headers['connection'] === 'close') request.shouldKeepAlive = false;
    return request;
  } catch (fault) {
    const summary = 'Nothing was sent: the agent or a header cannot be used.';
    throw new UsageError({ summary, cause: safeCause(fault, []) });
  }
}

function send(request: EngineRequest, payload: Payload, agents: Agents): Promise<EngineResponse> {
  return new Promise((resolve, reject) => {
    const { stream } = payload;
    const sent = createRequest(request, payload, agents);
    let isReady = false;
    let isAnswered = false;
    whenConnected(sent, request.url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      isReady = true;
    });
    sent.on('response', (message) => {
      isAnswered = true;
      const response = new NodeResponse(message);
      // Compressed although it was not asked to: too rare for what every send loads. `headers` would read them all.
      const coding =
        /content-encoding/i.test(message.rawHeaders.join()) && response.headers.get('content-encoding');
      resolve(
        coding
          ? import('./decode-answer.ts').then((module) => module.decodeAnswer(response, coding))
          : response,
      );
      // A server may answer before it has read the whole body.
      if (stream) message.once('end', () => sent.writableEnded || sent.destroy());
    });
    sent.on('error', (error) => {
      notSent.set(error, !isReady);
      reject(error);
    });
    // After an answer without a body to read, such as another protocol.
    sent.on('close', () => isAnswered || reject(new Error('The connection was closed.')));
    request.onAbort(() => {
      sent.destroy(new Error('The call was ended.'));
      return !isReady;
    });
    if (stream)
      writeStream(stream, sent).catch((cause: unknown) => {
        const error = new Error('The body failed.', { cause });
        // Not repeated, and not judged by its cause: a stream from elsewhere may have failed to connect.
        notSent.set(error, false);
        reject(error);
        sent.destroy();
      });
    else sent.end(payload.data);
  });
}

const isNotSent = (fault: unknown): boolean | undefined => notSent.get(Object(fault) as object);

const createEngine = (getAgents: () => Agents): Engine => ({
  name: 'node',
  isNotSent,
  exchange(request) {
    const payload = toPayload(request.body);
    // Not `instanceof`: Jest gives each test file classes of its own.
    if (!('then' in payload)) return send(request, payload, getAgents());
    request.onAbort(() => true);
    return payload.then((ready) => send(request, ready, getAgents()));
  },
});

/** Returns the engine over `node:http` and `node:https`. Throws `UsageError` if `agent` is no agent of Node. */
export function createNodeEngine({ agent }: NodeEngineOptions = {}): Engine {
  const agents = toAgents(agent);
  return createEngine(() => agents ?? getSharedAgents());
}

/**
 * Returns the default engine on Node: `node:https`, and `fallback` for calls that are made while something has taken the place of the global
 * `fetch` or of its dispatcher, so that mocks, proxies and tracers see them.
 */
export function createDefaultEngine(fallback: Engine): Engine {
  const node = createNodeEngine();
  return {
    name: 'node',
    isNotSent,
    exchange: (request) => (isNodeFetch() ? node : fallback).exchange(request),
  };
}
