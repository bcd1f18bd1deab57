import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
  getWabaId,
} from '../../transport/transport.ts';
import type { PaymentConfigurationTarget } from './get-payment-configuration.ts';

/**
 * Deletes a payment configuration (India).
 *
 * Source: Meta, "Payments India: onboarding APIs".
 *
 * @example
 * await deletePaymentConfiguration(client, { configurationName: 'shop' });
 */
export async function deletePaymentConfiguration(
  client: Client,
  params: PaymentConfigurationTarget,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getWabaId(client, params)}/payment_configuration`,
      body: jsonBody({ configuration_name: params.configurationName }),
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
