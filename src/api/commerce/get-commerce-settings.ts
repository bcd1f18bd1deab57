import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** Whether customers see the catalogue and the cart. */
export interface CommerceSettings {
  readonly id?: string | undefined;
  readonly is_cart_enabled?: boolean | undefined;
  readonly is_catalog_visible?: boolean | undefined;
}

/**
 * Returns whether chats with a number show the catalog and the cart; `undefined` if no catalog is connected.
 *
 * Source: Meta, "Set commerce settings".
 *
 * @example
 * await getCommerceSettings(client); // { id: '527759822865714', is_cart_enabled: true, is_catalog_visible: true }
 */
export async function getCommerceSettings(
  client: Client,
  params: NumberTarget = {},
  options?: CallOptions,
): Promise<CommerceSettings | undefined> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/whatsapp_commerce_settings`,
      idempotency: 'safe',
      parse: (reply) =>
        parseResponse<{ data: readonly CommerceSettings[] }>({ data: ['object'] })(reply).data[0],
    },
    options,
  );
}
