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

/** Parameters of `createPaymentLink`. */
export interface CreatePaymentLinkParams extends PaymentConfigurationTarget {
  /** The page that the business returns to after it connected its gateway. */
  readonly redirectUrl: string;
}

/**
 * Creates a new link on which a business connects the gateway of a payment configuration, for use after the first one expired (India).
 *
 * Source: Meta, "Payments India: onboarding APIs".
 *
 * @example
 * await createPaymentLink(client, { configurationName: 'shop', redirectUrl: 'https://shop.example' });
 * // { oauth_url: 'https://www.facebook.com/payment/onboarding/init/', expiration: 1721687287 }
 */
export async function createPaymentLink(
  client: Client,
  params: CreatePaymentLinkParams,
  options?: CallOptions,
): Promise<PaymentLink> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, params)}/generate_payment_configuration_oauth_link`,
      body: jsonBody({ configuration_name: params.configurationName, redirect_url: params.redirectUrl }),
      idempotency: 'unsafe',
      parse: parseResponse<PaymentLink>({ oauth_url: 'string' }),
    },
    options,
  );
}
