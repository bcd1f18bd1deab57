import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
  getWabaId,
} from '../../transport/transport.ts';
import type { PaymentConfigurationTarget } from './get-payment-configuration.ts';

/** Parameters of `updatePaymentConfiguration`. */
export interface UpdatePaymentConfigurationParams extends PaymentConfigurationTarget {
  /** The https URL that Meta requests coupons and shipping from at checkout. */
  readonly dataEndpointUrl: string;
}

/**
 * Sets the checkout endpoint of a payment configuration (India).
 *
 * Source: Meta, "Payments India: onboarding APIs".
 *
 * @example
 * await updatePaymentConfiguration(client, { configurationName: 'shop', dataEndpointUrl: 'https://shop.example/checkout' });
 */
export async function updatePaymentConfiguration(
  client: Client,
  params: UpdatePaymentConfigurationParams,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, params)}/payment_configuration/${params.configurationName}`,
      body: jsonBody({ data_endpoint_url: params.dataEndpointUrl }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
