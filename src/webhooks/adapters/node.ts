import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebhookFramework } from '../../errors/webhook-error.ts';
import type { WebhookHandler } from '../handler-options.ts';

/** A request as node:http gives it, or with a body that a framework put on it. */
export interface NodeRequest extends IncomingMessage {
  readonly body?: unknown;
  /** The URL before a router cut its mount path off. */
  readonly originalUrl?: string | undefined;
}

/** A listener for `http.createServer`, and a middleware for servers in its style. */
export type NodeListener = (request: NodeRequest, response: ServerResponse) => void;

function toRequest(request: NodeRequest): Request {
  const headers = Object.entries(request.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const url = new URL(request.originalUrl ?? request.url ?? '/', 'http://localhost');
  return new Request(url, { method: request.method ?? 'GET', headers });
}

async function respond(
  handler: WebhookHandler,
  framework: WebhookFramework,
  request: NodeRequest,
  response: ServerResponse,
): Promise<void> {
  // A request that is refused half-way stays open for its answer, and is closed with it.
  const body = request.body ?? request.iterator({ destroyOnReturn: false });
  const answer = await handler(toRequest(request), { body, framework });
  const headers = Object.fromEntries(answer.headers);
  response.writeHead(answer.status, request.complete ? headers : { ...headers, connection: 'close' });
  response.end(await answer.text());
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
