import type { Issue } from '../../shared/issue.ts';
import { isFetchRequest } from './fetch-request.ts';

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

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Returns which server a first argument comes from, or `undefined` if it looks like none of them. */
export function getCaller(value: unknown): Caller | undefined {
  if (!isObject(value)) return undefined;
  if (isFetchRequest(value)) return 'web';
  if ('httpVersion' in value) return 'originalUrl' in value ? 'express' : 'node';
  if ('req' in value && isObject(value.req) && 'raw' in value.req) return 'hono';
  if ('addContentTypeParser' in value || ('raw' in value && 'server' in value)) return 'fastify';
  return 'requestContext' in value || 'httpMethod' in value || 'rawPath' in value ? 'lambda' : undefined;
}

/** Returns the parts of the error that names the adapter for the server that called a function with `value`. */
export function describeCaller(name: string, value: unknown): { summary: string; issues: Issue[] } {
  const caller = getCaller(value);
  const [how, use] = caller === undefined ? unknownCaller : callers[caller];
  return {
    summary: `${name} was called ${how}.`,
    issues: [{ path: name, message: `cannot be used here; ${use}` }],
  };
}
