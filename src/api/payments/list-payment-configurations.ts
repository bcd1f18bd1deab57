import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';

/** How a business takes payments in chats (India). Times are seconds. */
export interface PaymentConfiguration {
  readonly configuration_name: string;
  /** `Active`, `Needs Testing`, `Needs Connecting` and others. */
  readonly status?: string | undefined;
  readonly provider_name?: string | undefined;
  readonly provider_mid?: string | undefined;
  readonly merchant_category_code?:
    { readonly code?: string | undefined; readonly description?: string | undefined } | undefined;
  readonly purpose_code?:
    { readonly code?: string | undefined; readonly description?: string | undefined } | undefined;
  readonly merchant_vpa?: string | undefined;
  readonly created_timestamp?: number | undefined;
  readonly updated_timestamp?: number | undefined;
}

/**
 * Returns every payment configuration of an account (India).
 *
 * Source: Meta, "Payments India: onboarding APIs".
 *
 * @example
 * (await listPaymentConfigurations(client)).map((configuration) => configuration.status); // ['Active']
 */
export async function listPaymentConfigurations(
  client: Client,
  params: WabaTarget = {},
  options?: CallOptions,
): Promise<readonly PaymentConfiguration[]> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/payment_configurations`,
      idempotency: 'safe',
      parse: (reply) =>
        parseResponse<{ data: readonly { payment_configurations: readonly PaymentConfiguration[] }[] }>({
          data: [{ payment_configurations: [{ configuration_name: 'string' }] }],
        })(reply).data.flatMap((entry) => entry.payment_configurations),
    },
    options,
  );
}
