import type { ListParams, PortfolioTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  parseResponse,
} from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';
import { businessesPath } from './max-price-businesses.ts';

/** A customer of a partner that may use max price. */
export interface MaxPriceBusiness {
  readonly end_business_id: string;
  readonly end_business_name?: string | undefined;
  readonly enrolled_time?: string | number | undefined;
}

/**
 * Lists the customers of a partner that may use max price, page by page.
 *
 * Source: Meta, "Max price", `GET /{SP_BUSINESS_ID}/max_price_end_businesses`.
 *
 * @example
 * for await (const { end_business_name } of listMaxPriceBusinesses(client)) console.log(end_business_name); // Lucky Shrub
 */
export async function* listMaxPriceBusinesses(
  client: Client,
  params: PortfolioTarget & ListParams = {},
  options?: CallOptions,
): AsyncGenerator<MaxPriceBusiness, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: businessesPath(getBusinessPortfolioId(client, params)),
      query: { limit: params.limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<MaxPriceBusiness>>({ data: [{ end_business_id: 'string' }] }),
    }),
    options,
  );
}
