import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { usageError } from '../../errors/usage-error.ts';
import type { Engine, EngineRequest, EngineResponse } from '../interface.ts';
import type { NodeAgent, NodeEngineOptions } from './node-agent.ts';
import { isNodeFetch } from './own-fetch.ts';

// Asked for with the first call: loading node:https takes longer than loading all of wabakit.
const loadModules = () => ({
  http: process.getBuiltinModule('node:http'),
  https: process.getBuiltinModule('node:https'),
  stream: process.getBuiltinModule('node:stream'),
});
let modules: ReturnType<typeof loadModules> | undefined;
const getModules = (): ReturnType<typeof loadModules> => (modules ??= loadModules());

type Agents = Readonly<Record<string, Agent>>;
let sharedAgents: Agents | undefined;

/** Makes an agent that keeps connections open, and closes one on which the server writes although nothing was asked. */
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

  get body(): ReadableStream<Uint8Array> {
    return toWebStream(this.#message);
  }

  text(): Promise<string> {
    const message = this.#message;
    return new Promise((resolve, reject) => {
      let text = '';
      message.setEncoding('utf8');
      message.on('data', (chunk: string) => {
        text += chunk;
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
    // A connection that was closed before it was handed over takes no byte. The agent of a proxy may hand over one that is ready.
    if (socket.connecting) socket.once(readyEvent, onReady);
    else if (!socket.destroyed) onReady();
  });
}

function send(
  { url, method, headers, onAbort }: EngineRequest,
  { data, stream, type }: Payload,
  agents: Agents,
): Promise<EngineResponse> {
  return new Promise((resolve, reject) => {
    const { http, https, stream: streams } = getModules();
    const isSecure = url.protocol === 'https:';
    const request = (isSecure ? https : http).request({
      protocol: url.protocol,
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port,
      path: url.pathname + url.search,
      method,
      agent: agents[url.protocol],
      headers: {
        'accept-encoding': 'identity',
        ...(type && { 'content-type': type }),
        ...(data !== undefined && { 'content-length': Buffer.byteLength(data) }),
        ...headers,
      },
    });
    let isReady = false;
    let isAnswered = false;
    whenConnected(request, isSecure ? 'secureConnect' : 'connect', () => {
      isReady = true;
    });
    request.on('response', (message) => {
      isAnswered = true;
      resolve(new NodeResponse(message));
    });
    request.on('error', (error) => {
      notSent.set(error, !isReady);
      reject(error);
    });
    onAbort(() => request.destroy(new Error('The call was ended.')));
    if (stream === undefined) request.end(data);
    else
      streams.pipeline(stream, request, (error) => {
        // A server may answer before it has read the whole body, and stop reading. What the network said has been reported before.
        if (error && !isAnswered) reject(error);
      });
  });
}

const isNotSent = (fault: unknown): boolean | undefined =>
  typeof fault === 'object' && fault !== null ? notSent.get(fault) : undefined;

const createEngine = (getAgents: () => Agents): Engine => ({
  name: 'node',
  isNotSent,
  exchange(request) {
    const payload = toPayload(request.body);
    return payload instanceof Promise
      ? payload.then((ready) => send(request, ready, getAgents()))
      : send(request, payload, getAgents());
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
