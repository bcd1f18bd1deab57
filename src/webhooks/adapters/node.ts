import type { WebhookFramework } from '../../errors/webhook-error.ts';
import type { WebhookHandler } from '../receiver/handler-options.ts';

// Interfaces of our own, not those of node:http: without `@types/node` the declarations of this entry must compile too.
/** The part of a `node:http` request that a listener reads, and what Express adds to it. `IncomingMessage` fits, and so does Express's `Request`. */
export interface NodeRequest {
  /** The HTTP method; `GET` if it is `undefined`. */
  readonly method?: string | undefined;
  /** The path and the query. */
  readonly url?: string | undefined;
  /** The URL before a router cut its mount path off. */
  readonly originalUrl?: string | undefined;
  /** The headers, names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body that a parser of the framework read: bytes, text or an object. `undefined`: the listener reads the request itself. */
  readonly body?: unknown;
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

/** A listener for `http.createServer`, and a middleware for servers in its style. */
export type NodeListener = (request: NodeRequest, response: NodeResponse) => void;

const toText = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(', ') : (value ?? '');

async function respond(
  handler: WebhookHandler,
  framework: WebhookFramework,
  request: NodeRequest,
  response: NodeResponse,
): Promise<void> {
  const answer = await handler.handleRequest({
    method: request.method ?? 'GET',
    url: request.originalUrl ?? request.url ?? '/',
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, toText(value)]),
    ),
    // A request that is refused half-way stays open for its answer, and is closed with it.
    body: request.body ?? request.iterator({ destroyOnReturn: false }),
    isBodyUsed: request.body === undefined && request.readableDidRead,
    framework,
  });
  const { status, headers, body } = answer;
  response.writeHead(status, { ...headers, ...(!request.complete && { connection: 'close' }) }).end(body);
}

/**
 * Turns a webhook handler into a listener for `http.createServer`. It reads the request itself: put no body parser before it.
 *
 * @example
 * createServer(toNodeListener(handler)).listen(3000);
 */
export function toNodeListener(handler: WebhookHandler, framework: WebhookFramework = 'node'): NodeListener {
  return (request, response) => void respond(handler, framework, request, response);
}

/**
 * Turns a webhook handler into an Express route handler. Mount it before `express.json()`, or give the route `express.raw()`.
 *
 * @example
 * app.all('/webhooks', toExpress(handler));
 */
export const toExpress = (handler: WebhookHandler): NodeListener => toNodeListener(handler, 'express');
