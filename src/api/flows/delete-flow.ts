import { type CallOptions, type Client, graphPath, parseSuccess } from '../../transport/transport.ts';
import type { FlowTarget } from './publish-flow.ts';

/**
 * Deletes a draft. A published Flow can only be deprecated.
 *
 * Source: Meta, "Flows API".
 *
 * @example
 * await deleteFlow(client, { flowId: '8231' });
 */
export async function deleteFlow(
  client: Client,
  { flowId }: FlowTarget,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    { method: 'DELETE', path: graphPath`/${flowId}`, idempotency: 'safe', parse: parseSuccess },
    options,
  );
}
