import type { Client } from './interface.ts';

/** Operations as they look on a client: the first parameter is taken. */
export type Bound<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends (
    client: Client,
    ...rest: infer Rest
  ) => infer Result
    ? (...rest: Rest) => Result
    : never;
};

/**
 * Gives operations their client.
 *
 * @typeParam Operations The operations by the name that they get, each with the client as its first parameter.
 *
 * @example
 * const qrCodes = bind(client, { create: createQrCode, list: listQrCodes });
 * await qrCodes.create({ prefilledMessage: 'Hi' });
 */
export function bind<
  Operations extends Readonly<Record<string, (client: Client, ...rest: never[]) => unknown>>,
>(client: Client, operations: Operations): Bound<Operations> {
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name,
      (...rest: never[]) => operation(client, ...rest),
    ]),
  ) as Bound<Operations>;
}
