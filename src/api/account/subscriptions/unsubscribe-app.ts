import type { Success, WabaTarget } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, path, succeeded, wabaIdOf } from '../../../transport/transport.ts';

/**
 * Stops the webhooks of an account to the app of the access token.
 *
 * Source: Meta, "Subscribed Apps API".
 *
 * @example
 * await unsubscribeApp(client); // { success: true }
 */
export function unsubscribeApp(
  client: Client,
  params: WabaTarget = {},
  options?: CallOptions,
): Promise<Success> {
  return client.request(
    {
      method: 'DELETE',
      path: path`/${wabaIdOf(client, params)}/subscribed_apps`,
      class: 'read',
      parse: succeeded,
    },
    options,
  );
}
