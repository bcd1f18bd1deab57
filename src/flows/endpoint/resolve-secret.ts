import { UsageError } from '../../errors/usage-error.ts';
import type { FlowSecret } from './flow-endpoint-options.ts';
import { flowEndpointDocs as docs } from './private-key.ts';

/**
 * Returns a secret, which may be the result of a function.
 *
 * @throws {UsageError} if the function returns nothing.
 */
export async function resolveSecret<Value extends string | readonly string[]>(
  path: string,
  secret: FlowSecret<Value>,
): Promise<Value> {
  const value = typeof secret === 'function' ? await secret() : secret;
  if (value?.length) return value;
  throw new UsageError({
    summary: `The Flow endpoint has no ${path}.`,
    issues: [
      { path, message: 'is a function that returned nothing: is its environment variable set?', docs },
    ],
  });
}
