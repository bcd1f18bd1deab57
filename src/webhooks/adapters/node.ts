import { WebhookError } from '../../errors/webhook-error.ts';
import { checkCaller, checkHandler } from '../receiver/check-adapter.ts';
import type { RequestHandler } from '../receiver/handler-options.ts';
import type { BodyLimits } from '../receiver/reading.ts';
import { readNodeStream } from './read-node-stream.ts';

// Interfaces of our own, not those of node:http: without `@types/node` the declarations of this entry must compile too.
/**
 * The part of a `node:http` or `node:http2` request that a listener reads, and what Express adds to it. `IncomingMessage`, `Http2ServerRequest`
 * and Express's `Request` fit.
 */
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
  /** The encoding that something set for the chunks of the request: any but UTF-8 loses the bytes. Default: none, the chunks are bytes. */
  readonly readableEncoding?: string | null | undefined;
  /** Whether something has begun to read the request. */
  readonly readableDidRead: boolean;
  /** Whether the whole request has arrived. */
  readonly complete: boolean;
  /** Adds a listener of the stream: `data` with a chunk of the body, `end`, `error` or `close`. */
  on(event: string, listener: (value?: unknown) => void): unknown;
  /** Removes a listener. */
  off(event: string, listener: (value?: unknown) => void): unknown;
  /** Stops the flow of chunks, and leaves the connection open. */
  pause(): unknown;
  /** Whether the stream is closed. */
  readonly destroyed?: boolean | undefined;
}

/** The part of the stream of a `node:http2` response that a listener uses. */
export interface NodeResponseStream {
  /** Ends the stream once the response is sent. */
  close?(): void;
}

/** The part of a `node:http` or `node:http2` response that a listener writes to. `ServerResponse`, `Http2ServerResponse` and Express's `Response` fit. */
export interface NodeResponse {
  /** Whether something has answered before. */
  readonly headersSent: boolean;
  /** The connection, which may be closed. */
  readonly socket?:
    { /** Whether it is closed. */ readonly destroyed?: boolean | undefined } | null | undefined;
  /** Whether the response is closed. */
  readonly destroyed?: boolean | undefined;
  /** The stream of HTTP/2. */
  readonly stream?: NodeResponseStream | undefined;
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

/** Returns the headers of HTTP/1 names: HTTP/2 sends the host, the method and the path as `:authority`, `:method` and `:path`. */
function toHeaders(headers: NodeRequest['headers']): NodeRequest['headers'] {
  const host = headers[':authority'];
  if (host === undefined) return headers;
  return Object.fromEntries(Object.entries({ host, ...headers }).filter(([name]) => !name.startsWith(':')));
}

const isRaw = (value: unknown): boolean => typeof value === 'string' || value instanceof Uint8Array;

/** Answers a request. Never rejects if the handler does not. */
async function respond(
  handler: RequestHandler,
  bodyAdvice: string,
  request: NodeRequest,
  response: NodeResponse,
): Promise<void> {
  const read = (isRaw(request.rawBody) ? request.rawBody : request.body) ?? undefined;
  const { readableEncoding } = request;
  const isDecoded = typeof readableEncoding === 'string' && !/^utf-?8$/i.test(readableEncoding);
  const answer = await handler.handleRequest({
    method: request.method ?? 'GET',
    url: request.originalUrl ?? request.url ?? '/',
    headers: toHeaders(request.headers),
    // A request that is refused before its end stays open until the response is sent.
    body: read ?? ((limits: BodyLimits) => readNodeStream(request, limits)),
    isBodyUsed: read === undefined && (request.readableDidRead || isDecoded),
    bodyAdvice,
  });
  if (response.headersSent || response.destroyed || response.socket?.destroyed) {
    const detail = response.headersSent
      ? 'A middleware has answered, such as one with a time limit: let it leave this route alone.'
      : 'The connection was closed: Meta waits for a few seconds, and delivers again.';
    if (response.headersSent || answer.status < 400)
      handler.reportOnce?.(new WebhookError('already_answered', { details: [detail] }));
    return;
  }
  const { status, headers, body } = answer;
  if (request.complete) {
    response.writeHead(status, headers).end(body);
  } else if (response.stream?.close) {
    // In HTTP/2 the rest of one body must not end the connection of the others.
    response.writeHead(status, headers).end(body);
    response.stream.close();
  } else {
    response.writeHead(status, { ...headers, connection: 'close' }).end(body);
  }
}

/** Creates the listener of one adapter, which errors call by its name. */
export function createListener(name: string, handler: RequestHandler, bodyAdvice: string): NodeListener {
  checkHandler(name, handler);
  return (request, response) => {
    if (!('httpVersion' in Object(request))) checkCaller(name, request, undefined);
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
