import { checkCaller, checkHandler } from '../receiver/check-adapter.ts';
import type { RequestHandler } from '../receiver/handler-options.ts';

// Interfaces of our own, not those of node:http: without `@types/node` the declarations of this entry must compile too.
/** The part of a `node:http` request that a listener reads, and what Express adds to it. `IncomingMessage` fits, and so does Express's `Request`. */
export interface NodeRequest {
  /** The HTTP method; `GET` if it is `undefined`. */
  readonly method?: string | undefined;
  /** The path and the query. */
  readonly url?: string | undefined;
  /** The whole path and query, if a router removed its mount path from `url`. */
  readonly originalUrl?: string | undefined;
  /** The headers, names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body, if a framework read it before: raw bytes or text. A parsed object is refused, because its signature cannot be verified. */
  readonly body?: unknown;
  /**
   * The bytes of the body before a framework parsed them, or the same as text: NestJS (`rawBody: true`), `express.json({ verify })`, Google Cloud
   * Functions and Firebase keep them here. They take precedence over `body`.
   */
  readonly rawBody?: unknown;
  /** Whether something has begun to read the request. */
  readonly readableDidRead: boolean;
  /** Whether the whole request has arrived. */
  readonly complete: boolean;
  /** Returns the chunks of the body. With `destroyOnReturn: false` the connection stays open if the reader stops early. */
  iterator(options: { destroyOnReturn: boolean }): AsyncIterable<unknown>;
}

/** The part of a `node:http` response that a listener writes to. `ServerResponse` fits, and so does Express's `Response`. */
export interface NodeResponse {
  /** Writes the status and the headers, and returns what ends the response. */
  writeHead(
    status: number,
    headers: Record<string, string>,
  ): {
    /** Writes the body and ends the response. */
    end(body: string): unknown;
  };
}

/** A listener for `http.createServer`, which also works as a middleware of Express and similar frameworks. */
export type NodeListener = (request: NodeRequest, response: NodeResponse) => void;

const toText = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(', ') : (value ?? '');

const isRaw = (value: unknown): boolean => typeof value === 'string' || value instanceof Uint8Array;

async function respond(
  handler: RequestHandler,
  bodyAdvice: string,
  request: NodeRequest,
  response: NodeResponse,
): Promise<void> {
  const read = isRaw(request.rawBody) ? request.rawBody : request.body;
  const answer = await handler.handleRequest({
    method: request.method ?? 'GET',
    url: request.originalUrl ?? request.url ?? '/',
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, toText(value)]),
    ),
    // A request that is refused before its end stays open until the response is sent.
    body: read ?? request.iterator({ destroyOnReturn: false }),
    isBodyUsed: read === undefined && request.readableDidRead,
    bodyAdvice,
  });
  const { status, headers, body } = answer;
  response.writeHead(status, { ...headers, ...(!request.complete && { connection: 'close' }) }).end(body);
}

/** Creates the listener of one adapter, which errors call by its name. */
export function createListener(name: string, handler: RequestHandler, bodyAdvice: string): NodeListener {
  checkHandler(name, handler);
  return (request, response) => {
    checkCaller(name, request, 'node', 'express', undefined);
    void respond(handler, bodyAdvice, request, response);
  };
}

const keepsBytes = 'express.json({ verify: (request, _, bytes) => { request.rawBody = bytes } })';
const nodeAdvice =
  'node:http: pass the request before anything reads it, or pass the bytes that you read as request.rawBody.';
const expressAdvice =
  `Express: mount the webhook route before app.use(express.json()), or use ${keepsBytes}. ` +
  'NestJS: NestFactory.create(AppModule, { rawBody: true }).';

/**
 * Turns a webhook handler or a Flow endpoint into a listener for `http.createServer`. It reads the raw body itself, or takes the one that a
 * body parser before it has kept as `request.rawBody`.
 *
 * @throws {UsageError} if `handler` is neither. The listener throws it if a server of another style calls it.
 *
 * @example
 * createServer(toNodeListener(handler)).listen(3000);
 */
export const toNodeListener = (handler: RequestHandler): NodeListener =>
  createListener('toNodeListener', handler, nodeAdvice);

/**
 * Turns a webhook handler or a Flow endpoint into an Express route handler, which serves NestJS as well. Mount it before `express.json()`, or
 * let the body parser keep the bytes as `request.rawBody`.
 *
 * @throws {UsageError} if `handler` is neither. The route handler throws it if a server of another style calls it.
 *
 * @example
 * app.all('/webhooks', toExpress(handler));
 */
export const toExpress = (handler: RequestHandler): NodeListener =>
  createListener('toExpress', handler, expressAdvice);
