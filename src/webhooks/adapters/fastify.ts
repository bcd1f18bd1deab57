import type { WebhookHandler } from '../receiver/handler-options.ts';
import { type NodeRequest, type NodeResponse, toNodeListener } from './node.ts';

/** The part of a Fastify instance that the plugin uses. */
export interface FastifyScope {
  /** Takes the JSON parser away. */
  removeAllContentTypeParsers(): unknown;
  /** Puts one in its place that leaves the body alone. */
  addContentTypeParser(
    contentType: '*',
    parser: (request: unknown, payload: unknown, done: (error: Error | null, body?: unknown) => void) => void,
  ): unknown;
  /** Serves the webhook. */
  route(options: {
    method: string[];
    url: string;
    handler: (request: FastifyRequest, reply: FastifyReply) => void;
  }): unknown;
}

/** The part of a Fastify request that the plugin uses. */
export interface FastifyRequest {
  readonly raw: NodeRequest;
}

/** The part of a Fastify reply that the plugin uses. */
export interface FastifyReply {
  readonly raw: NodeResponse;
  /** Tells Fastify that the answer is written elsewhere. */
  hijack(): unknown;
}

/** Where the webhook is served. */
export interface FastifyWebhookOptions {
  readonly url: string;
}

/**
 * Makes a Fastify plugin that serves a webhook handler. Within the plugin no body is parsed; the rest of the app keeps its parsers.
 *
 * @example
 * await app.register(toFastify(handler), { url: '/webhooks' });
 */
export function toFastify(
  handler: WebhookHandler,
): (scope: FastifyScope, options: FastifyWebhookOptions, done: () => void) => void {
  const listener = toNodeListener(handler, 'fastify');
  return (scope, { url }, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.route({
      method: ['GET', 'POST'],
      url,
      handler: (request, reply) => {
        reply.hijack();
        listener(request.raw, reply.raw);
      },
    });
    done();
  };
}
