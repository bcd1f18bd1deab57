import type { AppTarget } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, graphPath, parseSuccess } from '../../../transport/transport.ts';
import { getAppId } from '../targets.ts';

/** Parameters of `deleteAppSubscription`. */
export interface DeleteAppSubscriptionParams extends AppTarget {
  /** The webhook fields to stop. Default: all of them. */
  readonly fields?: readonly string[] | undefined;
}

/**
 * Stops the webhooks of an app, or only some fields of them. The client's access token must be an app token.
 *
 * Source: Meta, "Graph API: app subscriptions".
 *
 * @example
 * await deleteAppSubscription(client, { fields: ['account_alerts'] });
 */
export async function deleteAppSubscription(
  client: Client,
  params: DeleteAppSubscriptionParams = {},
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getAppId(client, params)}/subscriptions`,
      query: { object: 'whatsapp_business_account', fields: params.fields },
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
