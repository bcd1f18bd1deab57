import { checkCaller, checkHandler } from '../receiver/check-adapter.ts';
import type { RequestHandler } from '../receiver/handler-options.ts';

/** A function from a Fetch `Request` to a `Response`. */
export type FetchFunction = (request: Request) => Promise<Response>;

/**
 * Turns a webhook handler or a Flow endpoint into the plain function that `Bun.serve({ fetch })` and `Deno.serve` take.
 *
 * @throws {UsageError} if `handler` is neither. The function rejects with it if a server of another style calls it.
 *
 * @example
 * Deno.serve(toFetch(handler));
 */
export function toFetch(handler: RequestHandler): FetchFunction {
  checkHandler('toFetch', handler);
  return (request) => handler(request);
}

const honoAdvice = 'Hono: do not read the body in a middleware before the route.';

/** The part of a Hono context that the adapter uses. */
export interface HonoContext {
  /** Hono's request, whose `raw` is the Fetch `Request`. */
  readonly req: { readonly raw: Request };
}

/**
 * Turns a webhook handler or a Flow endpoint into a Hono handler; mount it for GET and POST, before any middleware that reads the body.
 *
 * @throws {UsageError} if `handler` is neither. The Hono handler rejects with it if a server of another style calls it.
 *
 * @example
 * app.all('/webhooks', toHono(handler));
 */
export function toHono(handler: RequestHandler): (context: HonoContext) => Promise<Response> {
  checkHandler('toHono', handler);
  return async (context) => {
    checkCaller('toHono', context, 'hono');
    return handler(context.req.raw, { bodyAdvice: honoAdvice });
  };
}

const nextAdvice =
  'Next.js: export the handler from an app/ route (route.ts); in pages/api set config.api.bodyParser to false.';

/**
 * Turns a webhook handler or a Flow endpoint into the two functions that a Next.js `route.ts` exports.
 *
 * @param after The function `after` of `next/server`, which keeps a serverless function running until the events are processed.
 * @throws {UsageError} if `handler` is neither. The functions reject with it if they are called without a `Request`.
 *
 * @example
 * export const { GET, POST } = toNextRoute(handler, after);
 */
export function toNextRoute(
  handler: RequestHandler,
  after?: (work: Promise<unknown>) => void,
): { readonly GET: FetchFunction; readonly POST: FetchFunction } {
  checkHandler('toNextRoute', handler);
  const route: FetchFunction = (request) => handler(request, { bodyAdvice: nextAdvice, waitUntil: after });
  return { GET: route, POST: route };
}

/** The execution context of a request on Cloudflare Workers. */
export interface WorkerContext {
  /** Keeps the Worker running until the promise settles. */
  waitUntil(work: Promise<unknown>): void;
}

/**
 * Creates the default export of a Cloudflare Worker. A Worker gets its secrets with the first request, so the handler is created then.
 *
 * @param makeHandler Called once, with the environment of the first request.
 * @throws {UsageError} The export rejects with it if `makeHandler` returns neither a webhook handler nor a Flow endpoint.
 *
 * @example
 * export default toWorker((env: Env) => createWebhookHandler({ appSecret: env.APP_SECRET, verifyToken: env.VERIFY_TOKEN, on }));
 */
export function toWorker<Env>(makeHandler: (env: Env) => RequestHandler): {
  /** Answers one request. */
  readonly fetch: (request: Request, env: Env, context: WorkerContext) => Promise<Response>;
} {
  let handler: RequestHandler | undefined;
  return {
    fetch: async (request, env, context) => {
      if (handler === undefined) {
        const made = makeHandler(env);
        checkHandler('toWorker', made);
        handler = made;
      }
      return handler(request, { waitUntil: (work) => context.waitUntil(work) });
    },
  };
}
