import type { WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../../transport/transport.ts';

/** An app that gets the webhooks of an account. */
export interface SubscribedApp {
  readonly id: string;
  readonly name?: string | undefined;
  readonly link?: string | undefined;
  /** Where the webhooks go instead of the app's own URL. */
  readonly override_callback_uri?: string | undefined;
}

/** Meta nests the app; its OpenAPI does not. */
interface RawApp extends Partial<SubscribedApp> {
  readonly whatsapp_business_api_data?: SubscribedApp | undefined;
}

/**
 * Lists the apps that receive the webhooks of an account. An empty list means that no webhooks are sent: the usual reason why a verified
 * endpoint receives nothing.
 *
 * Source: Meta, "Subscribed Apps API", "Webhook overrides".
 *
 * @example
 * await listSubscribedApps(client); // [{ id: '670843887433847', name: 'Lucky Shrub' }]
 */
export async function listSubscribedApps(
  client: Client,
  params: WabaTarget = {},
  options?: CallOptions,
): Promise<readonly SubscribedApp[]> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/subscribed_apps`,
      idempotency: 'safe',
      parse: (reply) =>
        parseResponse<{ data: readonly RawApp[] }>({ data: ['object'] })(reply).data.map(
          ({ whatsapp_business_api_data, ...rest }) => ({ id: '', ...whatsapp_business_api_data, ...rest }),
        ),
    },
    options,
  );
}
