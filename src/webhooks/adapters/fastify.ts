import type { RequestHandler } from '../receiver/handler-options.ts';
import { wrongAdapter } from '../receiver/check-adapter.ts';
import { type NodeRequest, type NodeResponse, createListener } from './node.ts';

/** The part of a Fastify instance that the plugin uses. */
export interface FastifyScope {
  /** Removes all content type parsers, so that the body stays raw. */
  removeAllContentTypeParsers(): unknown;
  /** Adds a parser that does not read the body. */
  addContentTypeParser(
    contentType: '*',
    parser: (request: unknown, payload: unknown, done: (error: Error | null, body?: unknown) => void) => void,
  ): unknown;
  /** Adds the route of the webhook. */
  route(options: {
    method: string[];
    url: string;
    handler: (request: FastifyRequest, reply: FastifyReply) => void;
  }): unknown;
}

/** The part of a Fastify request that the plugin uses. */
export interface FastifyRequest {
  /** The request of node:http. */
  readonly raw: NodeRequest;
}

/** The part of a Fastify reply that the plugin uses. */
export interface FastifyReply {
  /** The response of node:http. */
  readonly raw: NodeResponse;
  /** Tells Fastify that the response is written to `raw`. */
  hijack(): unknown;
}

/** Options of the plugin that {@link toFastify} creates. */
export interface FastifyWebhookOptions {
  /** The path of the route within the app, such as `/webhooks`. */
  readonly url: string;
}

/**
 * Creates a Fastify plugin that serves a webhook handler or a Flow endpoint. The plugin parses no body; the rest of the app keeps its parsers.
 *
 * @throws {UsageError} if `handler` is neither. The plugin throws it if it is not registered with Fastify.
 *
 * @example
 * await app.register(toFastify(handler), { url: '/webhooks' });
 */
export function toFastify(
  handler: RequestHandler,
): (scope: FastifyScope, options: FastifyWebhookOptions, done: () => void) => void {
  const listener = createListener(
    'toFastify',
    handler,
    'Fastify: register the webhook with app.register(toFastify(handler), { url }): that plugin parses no body.',
  );
  return (scope, options, done) => {
    if (!('addContentTypeParser' in scope)) throw wrongAdapter('toFastify', scope);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.route({
      method: ['GET', 'POST'],
      url: options.url,
      handler: (request, reply) => {
        reply.hijack();
        listener(request.raw, reply.raw);
      },
    });
    done();
  };
}
