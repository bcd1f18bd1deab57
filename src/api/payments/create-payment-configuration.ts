import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import type { PaymentConfigurationTarget } from './get-payment-configuration.ts';

/** Parameters of `createPaymentConfiguration`: a payment gateway, or a UPI address. */
export interface CreatePaymentConfigurationParams extends PaymentConfigurationTarget {
  /** The gateway: `billdesk`, `razorpay`, `payu` or `zaakpay`; `upi_vpa` for a UPI address. */
  readonly providerName: string;
  /** Meta's code for what the payments are for, such as `00`. */
  readonly purposeCode?: string | undefined;
  /** The four-digit merchant category code of the business. */
  readonly merchantCategoryCode?: string | undefined;
  /** The UPI address that is paid to; for the provider `upi_vpa` only. */
  readonly merchantVpa?: string | undefined;
  /** The page that the business returns to after it connected its gateway. */
  readonly redirectUrl?: string | undefined;
}

/** A link where the business connects its gateway. */
export interface PaymentLink {
  readonly oauth_url?: string | undefined;
  /** When the link expires, in Unix seconds. */
  readonly expiration?: number | undefined;
  readonly success?: boolean | undefined;
}

/**
 * Creates a payment configuration (India). For a gateway the result holds a link on which the business connects it.
 *
 * Source: Meta, "Payments India: onboarding APIs".
 *
 * @example
 * await createPaymentConfiguration(client, { configurationName: 'shop', providerName: 'razorpay', redirectUrl: 'https://shop.example' });
 * // { success: true, oauth_url: 'https://www.facebook.com/payment/onboarding/init/', expiration: 1721687287 }
 */
export async function createPaymentConfiguration(
  client: Client,
  params: CreatePaymentConfigurationParams,
  options?: CallOptions,
): Promise<PaymentLink> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, params)}/payment_configuration`,
      body: jsonBody({
        configuration_name: params.configurationName,
        provider_name: params.providerName,
        purpose_code: params.purposeCode,
        merchant_category_code: params.merchantCategoryCode,
        merchant_vpa: params.merchantVpa,
        redirect_url: params.redirectUrl,
      }),
      idempotency: 'unsafe',
      parse: parseResponse<PaymentLink>('object'),
    },
    options,
  );
}
