import type { WabaTarget } from '../../schemas/targets.ts';
import { type CallOptions, type Client, graphPath, getWabaId } from '../../transport/transport.ts';

/**
 * Enables template analytics for an account. This cannot be undone, and Meta counts taps on links from then on.
 *
 * Source: Meta, "Template analytics", confirming template analytics.
 *
 * @example
 * await enableTemplateAnalytics(client);
 */
export async function enableTemplateAnalytics(
  client: Client,
  target: WabaTarget = {},
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, target)}`,
      query: { is_enabled_for_insights: true },
      idempotency: 'unsafe',
      parse: () => undefined,
    },
    options,
  );
}
