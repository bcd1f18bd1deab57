import { type CallOptions, type Client, graphPath, parseSuccess } from '../../transport/transport.ts';

/** The Flow that a call works on. */
export interface FlowTarget {
  /** The id that `createFlow` returned. */
  readonly flowId: string;
}

/**
 * Publishes a Flow. It must have no errors, and cannot be changed afterwards: clone it for the next version.
 *
 * Source: Meta, "Flows API".
 *
 * @example
 * await publishFlow(client, { flowId: '8231' });
 */
export async function publishFlow(
  client: Client,
  { flowId }: FlowTarget,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    { method: 'POST', path: graphPath`/${flowId}/publish`, idempotency: 'unsafe', parse: parseSuccess },
    options,
  );
}
