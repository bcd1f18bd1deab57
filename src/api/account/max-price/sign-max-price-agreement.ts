import type { PortfolioTarget } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, jsonBody } from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';
import { agreementCall, type MaxPriceAgreement } from './max-price-agreement.ts';

/** Parameters of `signMaxPriceAgreement`. */
export interface SignMaxPriceAgreementParams extends PortfolioTarget {
  /** The full name of the person who signs for the business. */
  readonly signerName: string;
  /** Their e-mail address. */
  readonly signerEmail: string;
}

/**
 * Signs the agreement on max price for a business portfolio. Needs the permission `business_management`.
 *
 * Throws `ApiError` with HTTP status 429 and a time to wait for a second call within 5 minutes.
 *
 * Source: Meta, "Max price", `POST /{BUSINESS_ID}/max_price_agreements`.
 *
 * @example
 * (await signMaxPriceAgreement(client, { signerName: 'Ana Silva', signerEmail: 'ana@shop.example' })).status; // 'pending'
 */
export async function signMaxPriceAgreement(
  client: Client,
  params: SignMaxPriceAgreementParams,
  options?: CallOptions,
): Promise<MaxPriceAgreement> {
  const body = jsonBody({ signer_name: params.signerName, signer_email: params.signerEmail });
  return client.request(
    { method: 'POST', ...agreementCall(getBusinessPortfolioId(client, params)), body, idempotency: 'unsafe' },
    options,
  );
}
