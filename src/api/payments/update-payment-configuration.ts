import type { Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
  getWabaId,
} from '../../transport/transport.ts';
import type { PaymentConfigurationTarget } from './get-payment-configuration.ts';

/** Which configuration, and what to change. */
export interface UpdatePaymentConfigurationParams extends PaymentConfigurationTarget {
  /** Where Meta asks for coupons and shipping at checkout. */
  readonly data_endpoint_url: string;
}

/**
 * Sets the checkout endpoint of a payment configuration (India).
 *
 * Source: Meta, "Payments India: onboarding APIs".
 *
 * @example
 * await updatePaymentConfiguration(client, { configuration_name: 'shop', data_endpoint_url: 'https://shop.example/checkout' }); // { success: true }
 */
export function updatePaymentConfiguration(
  client: Client,
  params: UpdatePaymentConfigurationParams,
  options?: CallOptions,
): Promise<Success> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, params)}/payment_configuration/${params.configuration_name}`,
      body: jsonBody({ data_endpoint_url: params.data_endpoint_url }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
