import type { PortfolioTarget } from '../../../schemas/targets.ts';
import type { CallOptions, Client } from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';
import { agreementCall, type MaxPriceAgreement } from './max-price-agreement.ts';

/**
 * Returns whether a business portfolio has accepted the terms of max price.
 *
 * Source: Meta, "Max price", `GET /{BUSINESS_ID}/max_price_agreements`.
 *
 * @example
 * (await getMaxPriceAgreement(client)).status; // 'accepted'
 */
export async function getMaxPriceAgreement(
  client: Client,
  params: PortfolioTarget = {},
  options?: CallOptions,
): Promise<MaxPriceAgreement> {
  return client.request(
    { method: 'GET', ...agreementCall(getBusinessPortfolioId(client, params)), idempotency: 'safe' },
    options,
  );
}
