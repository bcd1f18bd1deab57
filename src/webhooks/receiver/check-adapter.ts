import { UsageError } from '../../errors/usage-error.ts';
import { type Caller, describeCaller, getCaller } from './describe-caller.ts';

/** Returns the error that names the adapter for the server that called a function with `value`. */
export const wrongAdapter = (name: string, value: unknown): UsageError =>
  new UsageError(describeCaller(name, value));

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
