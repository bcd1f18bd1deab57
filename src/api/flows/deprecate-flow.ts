import { type CallOptions, type Client, graphPath, parseSuccess } from '../../transport/transport.ts';
import type { FlowTarget } from './publish-flow.ts';

/**
 * Deprecates a published Flow: it can no longer be sent or opened. This cannot be undone.
 *
 * Source: Meta, "Flows API".
 *
 * @example
 * await deprecateFlow(client, { flowId: '8231' });
 */
export async function deprecateFlow(
  client: Client,
  { flowId }: FlowTarget,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    { method: 'POST', path: graphPath`/${flowId}/deprecate`, idempotency: 'unsafe', parse: parseSuccess },
    options,
  );
}
