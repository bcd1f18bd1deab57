import { isObject } from '../events/base.ts';
import { UsageError } from '../../errors/usage-error.ts';

/** A server that calls a function with arguments of its own. */
export type Caller = 'express' | 'fastify' | 'hono' | 'lambda' | 'node' | 'web';

const callers: Readonly<Record<Caller, readonly [how: string, use: string]>> = {
  express: ['by Express', 'use toExpress(handler)'],
  fastify: ['by Fastify', 'use app.register(toFastify(handler), { url })'],
  hono: ['by Hono', 'use toHono(handler)'],
  lambda: ['by AWS Lambda', 'use toLambda(handler)'],
  node: ['by node:http', 'use toNodeListener(handler)'],
  web: ['with a Fetch Request', 'pass the handler itself, or use toFetch, toNextRoute or toWorker'],
};
const unknownCaller = [
  'with a value that is not a request',
  'pass a Fetch Request, or use the adapter of your server, such as toExpress(handler)',
] as const;

/** Returns whether a value is a Fetch `Request`, also one of another implementation than the global class. */
const isFetchRequest = (value: object): value is Request =>
  'headers' in value &&
  isObject(value.headers) &&
  'get' in value.headers &&
  typeof value.headers.get === 'function';

/** Returns which server a first argument comes from, or `undefined` if it looks like none of them. */
function getCaller(value: unknown): Caller | undefined {
  if (!isObject(value)) return undefined;
  if (isFetchRequest(value)) return 'web';
  if ('httpVersion' in value) return 'originalUrl' in value ? 'express' : 'node';
  if ('req' in value && isObject(value.req) && 'raw' in value.req) return 'hono';
  if ('addContentTypeParser' in value || ('raw' in value && 'server' in value)) return 'fastify';
  return 'requestContext' in value || 'httpMethod' in value || 'rawPath' in value ? 'lambda' : undefined;
}

/** Returns the error that names the adapter for the server that called a function with `value`. */
export function wrongAdapter(name: string, value: unknown): UsageError {
  const caller = getCaller(value);
  const [how, use] = caller === undefined ? unknownCaller : callers[caller];
  return new UsageError({
    summary: `${name} was called ${how}.`,
    issues: [{ path: name, message: `cannot be used here; ${use}` }],
  });
}

/**
 * Checks that a function was called by one of the servers that it is made for.
 *
 * @param expected These servers; `undefined` accepts a value that looks like none of the known ones, such as a mock.
 * @throws {UsageError} that names the adapter for the server that called it.
 */
export function checkCaller(
  name: string,
  value: unknown,
  ...expected: readonly (Caller | undefined)[]
): void {
  if (!expected.includes(getCaller(value))) throw wrongAdapter(name, value);
}

/**
 * Checks that an adapter was given a webhook handler or a Flow endpoint.
 *
 * @throws {UsageError} that names `createWebhookHandler`.
 */
export function checkHandler(adapter: string, handler: unknown): void {
  if (typeof handler === 'function' && 'handleRequest' in handler) return;
  throw new UsageError({
    summary: `${adapter} needs a webhook handler or a Flow endpoint.`,
    issues: [
      {
        path: 'handler',
        message: 'is neither; pass what createWebhookHandler or createFlowEndpoint returns',
      },
    ],
  });
}
