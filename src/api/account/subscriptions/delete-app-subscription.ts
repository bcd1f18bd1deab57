import type { AppTarget, Success } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, graphPath, parseSuccess } from '../../../transport/transport.ts';
import { getAppId } from '../targets.ts';

/** Which fields. */
export interface DeleteAppSubscriptionParams extends AppTarget {
  /** Default: all of them. */
  readonly fields?: readonly string[] | undefined;
}

/**
 * Stops an app's webhooks, or some of their fields. The client's access token must be an app token.
 *
 * Source: Meta, "Graph API: app subscriptions".
 *
 * @example
 * await deleteAppSubscription(client, { fields: ['account_alerts'] }); // { success: true }
 */
export function deleteAppSubscription(
  client: Client,
  params: DeleteAppSubscriptionParams = {},
  options?: CallOptions,
): Promise<Success> {
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
