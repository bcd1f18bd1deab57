import type { WabaTarget } from '../../schemas/targets.ts';
import { type CallOptions, type Client, path, wabaIdOf } from '../../transport/transport.ts';

/**
 * Turns template analytics on for an account, for good: Meta has no way to turn it off again, and counts taps on links from then on.
 *
 * Source: Meta, "Template analytics", confirming template analytics.
 *
 * @example
 * await enableTemplateAnalytics(client);
 */
export function enableTemplateAnalytics(
  client: Client,
  target: WabaTarget = {},
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'POST',
      path: path`/${wabaIdOf(client, target)}`,
      query: { is_enabled_for_insights: true },
      class: 'write',
      parse: () => undefined,
    },
    options,
  );
}
