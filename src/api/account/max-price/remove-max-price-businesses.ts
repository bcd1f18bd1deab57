import { checkParams } from '../../../errors/check-params.ts';
import type { CallOptions, Client } from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';
import {
  businessesCall,
  type MaxPriceBusinessesParams,
  type MaxPriceBusinessResult,
} from './max-price-businesses.ts';

/**
 * Takes max price from customers of a partner, and returns what became of each.
 *
 * Source: Meta, "Max price", `DELETE /{SP_BUSINESS_ID}/max_price_end_businesses`.
 *
 * @example
 * await removeMaxPriceBusinesses(client, { endBusinessIds: ['506914307656634'] });
 * // [{ end_business_id: '506914307656634', status: 'removed' }]
 */
export async function removeMaxPriceBusinesses(
  client: Client,
  params: MaxPriceBusinessesParams,
  options?: CallOptions,
): Promise<readonly MaxPriceBusinessResult[]> {
  checkParams('removeMaxPriceBusinesses', params, { endBusinessIds: 'list', businessPortfolioId: false });
  return client.request(
    { method: 'DELETE', ...businessesCall(getBusinessPortfolioId(client, params), params.endBusinessIds) },
    options,
  );
}
