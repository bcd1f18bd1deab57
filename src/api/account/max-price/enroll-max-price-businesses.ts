import { checkParams } from '../../../errors/check-params.ts';
import type { CallOptions, Client } from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';
import {
  businessesCall,
  type MaxPriceBusinessesParams,
  type MaxPriceBusinessResult,
} from './max-price-businesses.ts';

/**
 * Lets customers of a partner use max price, and returns what became of each.
 *
 * Throws `ApiError` with HTTP status 403, "Agreement required", before `signMaxPriceAgreement`.
 *
 * Source: Meta, "Max price", `POST /{SP_BUSINESS_ID}/max_price_end_businesses`.
 *
 * @example
 * await enrollMaxPriceBusinesses(client, { endBusinessIds: ['506914307656634'] });
 * // [{ end_business_id: '506914307656634', status: 'enrolled' }]
 */
export async function enrollMaxPriceBusinesses(
  client: Client,
  params: MaxPriceBusinessesParams,
  options?: CallOptions,
): Promise<readonly MaxPriceBusinessResult[]> {
  checkParams('enrollMaxPriceBusinesses', params, { endBusinessIds: 'list', businessPortfolioId: false });
  return client.request(
    { method: 'POST', ...businessesCall(getBusinessPortfolioId(client, params), params.endBusinessIds) },
    options,
  );
}
