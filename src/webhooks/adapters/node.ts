import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebhookFramework } from '../../errors/webhook-error.ts';
import type { WebhookHandler } from '../receiver/handler-options.ts';

/** A request as node:http gives it, or with a body that a framework put on it. */
export interface NodeRequest extends IncomingMessage {
  readonly body?: unknown;
  /** The URL before a router cut its mount path off. */
  readonly originalUrl?: string | undefined;
}

/** A listener for `http.createServer`, and a middleware for servers in its style. */
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
    // A request that is refused half-way stays open for its answer, and is closed with it.
    body: request.body ?? request.iterator({ destroyOnReturn: false }),
    isBodyUsed: request.body === undefined && request.readableDidRead,
    framework,
  });
  const { status, headers, body } = answer;
  response.writeHead(status, request.complete ? headers : { ...headers, connection: 'close' }).end(body);
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
