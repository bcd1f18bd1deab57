import type { WebhookHandler } from '../receiver/handler-options.ts';

/** A server function of the Fetch style. */
export type FetchFunction = (request: Request) => Promise<Response>;

/**
 * Turns a webhook handler into the plain function that `Bun.serve({ fetch })` and `Deno.serve` take.
 *
 * @example
 * Deno.serve(toFetch(handler));
 */
export function toFetch(handler: WebhookHandler): FetchFunction {
  return (request) => handler(request);
}

/** What a Hono handler gets, as far as it is needed here. */
export interface HonoContext {
  readonly req: { readonly raw: Request };
}

/**
 * Turns a webhook handler into a Hono handler; mount it for GET and POST, before any middleware that reads the body.
 *
 * @example
 * app.all('/webhooks', toHono(handler));
 */
export function toHono(handler: WebhookHandler): (context: HonoContext) => Promise<Response> {
  return (context) => handler(context.req.raw, { framework: 'hono' });
}

/**
 * Turns a webhook handler into the two functions that a Next.js `route.ts` exports. Give it Next's `after`, so that a serverless function
 * lives until the events are handled.
 *
 * @example
 * export const { GET, POST } = toNextRoute(handler, after);
 */
export function toNextRoute(
  handler: WebhookHandler,
  after?: (work: Promise<unknown>) => void,
): { readonly GET: FetchFunction; readonly POST: FetchFunction } {
  const route: FetchFunction = (request) => handler(request, { framework: 'next', waitUntil: after });
  return { GET: route, POST: route };
}

/** The lifetime of a request on Cloudflare Workers. */
export interface WorkerContext {
  /** Keeps the worker alive until the work is done. */
  waitUntil(work: Promise<unknown>): void;
}

/**
 * Makes the default export of a Cloudflare Worker. The secrets of a Worker come with its first request, so the handler is made then.
 *
 * @example
 * export default toWorker((env: Env) => createWebhookHandler({ appSecret: env.APP_SECRET, verifyToken: env.VERIFY_TOKEN, on }));
 */
export function toWorker<Env>(makeHandler: (env: Env) => WebhookHandler): {
  /** Answers a request. */
  readonly fetch: (request: Request, env: Env, context: WorkerContext) => Promise<Response>;
} {
  let handler: WebhookHandler | undefined;
  return {
    fetch: (request, env, context) => {
      handler ??= makeHandler(env);
      return handler(request, { waitUntil: (work) => context.waitUntil(work) });
    },
  };
}
