import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import type { PaymentLink } from './create-payment-configuration.ts';
import type { PaymentConfigurationTarget } from './get-payment-configuration.ts';

/** Which configuration, and where to come back to. */
export interface CreatePaymentLinkParams extends PaymentConfigurationTarget {
  readonly redirect_url: string;
}

/**
 * Makes a new link where a business connects the gateway of a payment configuration, when the first one has expired (India).
 *
 * Source: Meta, "Payments India: onboarding APIs".
 *
 * @example
 * await createPaymentLink(client, { configuration_name: 'shop', redirect_url: 'https://shop.example' });
 * // { oauth_url: 'https://www.facebook.com/payment/onboarding/init/', expiration: 1721687287 }
 */
export function createPaymentLink(
  client: Client,
  { wabaId, ...body }: CreatePaymentLinkParams,
  options?: CallOptions,
): Promise<PaymentLink> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}/generate_payment_configuration_oauth_link`,
      body: jsonBody(body),
      idempotency: 'unsafe',
      parse: parseResponse<PaymentLink>({ oauth_url: 'string' }),
    },
    options,
  );
}
