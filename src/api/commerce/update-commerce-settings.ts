import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** What to show; what is left out stays as it is. */
export interface UpdateCommerceSettingsParams extends NumberTarget {
  readonly is_cart_enabled?: boolean | undefined;
  readonly is_catalog_visible?: boolean | undefined;
}

/**
 * Shows or hides the catalogue and the cart in chats with a number.
 *
 * Source: Meta, "Set commerce settings".
 *
 * @example
 * await updateCommerceSettings(client, { is_cart_enabled: true, is_catalog_visible: true }); // { success: true }
 */
export function updateCommerceSettings(
  client: Client,
  { is_cart_enabled, is_catalog_visible, ...target }: UpdateCommerceSettingsParams,
  options?: CallOptions,
): Promise<Success> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, target)}/whatsapp_commerce_settings`,
      query: { is_cart_enabled, is_catalog_visible },
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
