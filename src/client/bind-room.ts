import type { Bound } from '../transport/bind.ts';
import type { Client } from '../transport/transport.ts';

/**
 * Gives the operations of a room their client. A call without parameters, which JavaScript allows, has none of them: the operation says which
 * ones it needs.
 */
export function bindRoom<
  Operations extends Readonly<Record<string, (client: Client, ...rest: never[]) => unknown>>,
>(client: Client, operations: Operations): Bound<Operations> {
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name,
      (params: unknown, ...rest: never[]) => operation(client, (params ?? {}) as never, ...rest),
    ]),
  ) as Bound<Operations>;
}
