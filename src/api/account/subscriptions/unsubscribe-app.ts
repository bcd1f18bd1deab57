import type { WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseSuccess,
  getWabaId,
} from '../../../transport/transport.ts';

/**
 * Stops sending the webhooks of an account to the app of the access token.
 *
 * Source: Meta, "Subscribed Apps API".
 *
 * @example
 * await unsubscribeApp(client);
 */
export async function unsubscribeApp(
  client: Client,
  params: WabaTarget = {},
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getWabaId(client, params)}/subscribed_apps`,
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
