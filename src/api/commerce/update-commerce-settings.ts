import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** Parameters of `updateCommerceSettings`. */
export interface UpdateCommerceSettingsParams extends NumberTarget {
  /** Whether customers can put products into a cart. */
  readonly isCartEnabled?: boolean | undefined;
  /** Whether customers see the catalog. */
  readonly isCatalogVisible?: boolean | undefined;
}

/**
 * Shows or hides the catalog and the cart in chats with a number. What is left out stays as it is.
 *
 * Source: Meta, "Set commerce settings".
 *
 * @example
 * await updateCommerceSettings(client, { isCartEnabled: true, isCatalogVisible: true });
 */
export async function updateCommerceSettings(
  client: Client,
  { isCartEnabled, isCatalogVisible, ...target }: UpdateCommerceSettingsParams,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, target)}/whatsapp_commerce_settings`,
      query: { is_cart_enabled: isCartEnabled, is_catalog_visible: isCatalogVisible },
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
