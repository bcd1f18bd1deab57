import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import type { PaymentConfigurationTarget } from './get-payment-configuration.ts';

/** A new payment configuration: a payment gateway, or a UPI address. */
export interface CreatePaymentConfigurationParams extends PaymentConfigurationTarget {
  /** `billdesk`, `razorpay`, `payu`, `zaakpay` or `upi_vpa`. */
  readonly provider_name: string;
  readonly purpose_code?: string | undefined;
  readonly merchant_category_code?: string | undefined;
  /** For `upi_vpa`. */
  readonly merchant_vpa?: string | undefined;
  /** Where the business comes back to after it connected its gateway. */
  readonly redirect_url?: string | undefined;
}

/** A link where the business connects its gateway. */
export interface PaymentLink {
  readonly oauth_url?: string | undefined;
  /** Seconds. */
  readonly expiration?: number | undefined;
  readonly success?: boolean | undefined;
}

/**
 * Creates a payment configuration (India). For a gateway the answer holds a link where the business connects it.
 *
 * Source: Meta, "Payments India: onboarding APIs".
 *
 * @example
 * await createPaymentConfiguration(client, { configuration_name: 'shop', provider_name: 'razorpay', redirect_url: 'https://shop.example' });
 * // { success: true, oauth_url: 'https://www.facebook.com/payment/onboarding/init/', expiration: 1721687287 }
 */
export function createPaymentConfiguration(
  client: Client,
  { wabaId, ...body }: CreatePaymentConfigurationParams,
  options?: CallOptions,
): Promise<PaymentLink> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}/payment_configuration`,
      body: jsonBody(body),
      idempotency: 'unsafe',
      parse: parseResponse<PaymentLink>('object'),
    },
    options,
  );
}
