import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import type { PaymentConfiguration } from './list-payment-configurations.ts';

/** The payment configuration that a call works on. */
export interface PaymentConfigurationTarget extends WabaTarget {
  /** The name of the configuration, unique in the account. */
  readonly configurationName: string;
}

/**
 * Returns one payment configuration (India); `undefined` if the account has none of that name.
 *
 * Source: Meta, "Payments India: onboarding APIs".
 *
 * @example
 * (await getPaymentConfiguration(client, { configurationName: 'shop' }))?.provider_name; // 'RazorPay'
 */
export async function getPaymentConfiguration(
  client: Client,
  params: PaymentConfigurationTarget,
  options?: CallOptions,
): Promise<PaymentConfiguration | undefined> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/payment_configuration/${params.configurationName}`,
      idempotency: 'safe',
      parse: (reply) =>
        parseResponse<{ data: readonly PaymentConfiguration[] }>({ data: ['object'] })(reply).data[0],
    },
    options,
  );
}
