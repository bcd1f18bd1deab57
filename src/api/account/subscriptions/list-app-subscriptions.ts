import type { AppTarget } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';
import { getAppId } from '../targets.ts';

/** Where an app's webhooks of one kind of object go. */
export interface AppSubscription {
  /** `whatsapp_business_account`. */
  readonly object: string;
  readonly callback_url: string;
  readonly active: boolean;
  readonly fields: readonly { readonly name: string; readonly version: string }[];
}

/**
 * Lists the webhook URLs of an app, with the version of each field. The client's access token must be an app token.
 *
 * Source: Meta, "Graph API: app subscriptions".
 *
 * @example
 * (await listAppSubscriptions(client))[0]?.fields; // [{ name: 'messages', version: 'v26.0' }]
 */
export async function listAppSubscriptions(
  client: Client,
  params: AppTarget = {},
  options?: CallOptions,
): Promise<readonly AppSubscription[]> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getAppId(client, params)}/subscriptions`,
      idempotency: 'safe',
      parse: (reply) =>
        parseResponse<{ data: readonly AppSubscription[] }>({ data: [{ object: 'string' }] })(reply).data,
    },
    options,
  );
}
