import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebhookFramework } from '../../errors/webhook-error.ts';
import { checkCaller, checkHandler } from '../receiver/check-adapter.ts';
import type { WebhookHandler } from '../receiver/handler-options.ts';

/** A request of node:http, or of a framework that adds properties to it. */
export interface NodeRequest extends IncomingMessage {
  /** The body, if a framework read it before: raw bytes or text. A parsed object is refused, because its signature cannot be verified. */
  readonly body?: unknown;
  /** The whole path and query, if a router removed its mount path from `url`. */
  readonly originalUrl?: string | undefined;
}

/** A listener for `http.createServer`, which also works as a middleware of Express and similar frameworks. */
export type NodeListener = (request: NodeRequest, response: ServerResponse) => void;

const toText = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(', ') : (value ?? '');

async function respond(
  handler: WebhookHandler,
  framework: WebhookFramework,
  request: NodeRequest,
  response: ServerResponse,
): Promise<void> {
  const answer = await handler.handleRequest({
    method: request.method ?? 'GET',
    url: request.originalUrl ?? request.url ?? '/',
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, toText(value)]),
    ),
    // A request that is refused before its end stays open until the response is sent.
    body: request.body ?? request.iterator({ destroyOnReturn: false }),
    isBodyUsed: request.body === undefined && request.readableDidRead,
    framework,
  });
  const { status, headers, body } = answer;
  response.writeHead(status, request.complete ? headers : { ...headers, connection: 'close' }).end(body);
}

/** Creates the listener of one adapter. */
function createListener(name: string, handler: WebhookHandler, framework: WebhookFramework): NodeListener {
  checkHandler(name, handler);
  return (request, response) => {
    checkCaller(name, request, 'node', 'express', undefined);
    void respond(handler, framework, request, response);
  };
}

/**
 * Turns a webhook handler into a listener for `http.createServer`. It reads the raw body itself: do not use a body parser before it.
 *
 * @param framework The framework that calls the listener, for the advice in errors. Default: `node`.
 * @throws {UsageError} if `handler` is not a webhook handler. The listener throws it if a server of another style calls it.
 *
 * @example
 * createServer(toNodeListener(handler)).listen(3000);
 */
export function toNodeListener(handler: WebhookHandler, framework: WebhookFramework = 'node'): NodeListener {
  return createListener('toNodeListener', handler, framework);
}

/**
 * Turns a webhook handler into an Express route handler. Mount it before `express.json()`, or use `express.raw()` on the route.
 *
 * @throws {UsageError} if `handler` is not a webhook handler. The route handler throws it if a server of another style calls it.
 *
 * @example
 * app.all('/webhooks', toExpress(handler));
 */
export const toExpress = (handler: WebhookHandler): NodeListener =>
  createListener('toExpress', handler, 'express');
