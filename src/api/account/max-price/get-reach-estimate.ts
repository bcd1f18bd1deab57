import { checkParams } from '../../../errors/check-params.ts';
import type { WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../../transport/transport.ts';

/** Parameters of `getReachEstimate`. */
export interface GetReachEstimateParams extends WabaTarget {
  /** The recipients' countries as ISO 3166-1 codes: `['IN']`. */
  readonly countries: readonly string[];
  /** The past days that the estimate is made from: 1, 7, 14 or 28. */
  readonly dateInterval: 'L1D' | 'L7D' | 'L14D' | 'L28D';
}

/** What one bid would reach. Amounts are in the account's currency. */
export interface ReachEstimate {
  /** The bid for 1,000 deliveries, in the smallest unit of the currency. */
  readonly bid_amount: number;
  readonly users: number;
  readonly deliveries_lower_bound: number;
  readonly deliveries_upper_bound: number;
  readonly cost_lower_bound: number;
  readonly cost_upper_bound: number;
}

/** The estimates, one for each bid, and the currency of their amounts. */
export interface ReachEstimates {
  readonly waba_currency: string;
  readonly estimates: readonly ReachEstimate[];
}

/**
 * Returns how many messages max-price templates would deliver at different bids, and what they would cost.
 *
 * Source: Meta, "Max price", `GET /{WABA_ID}/reachestimate`.
 *
 * @example
 * (await getReachEstimate(client, { countries: ['IN'], dateInterval: 'L7D' })).estimates[0]?.deliveries_upper_bound; // 12000
 */
export async function getReachEstimate(
  client: Client,
  params: GetReachEstimateParams,
  options?: CallOptions,
): Promise<ReachEstimates> {
  checkParams('getReachEstimate', params, { countries: 'list', dateInterval: true, wabaId: false });
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/reachestimate`,
      query: {
        targeting_spec: JSON.stringify({ geo_locations: { countries: params.countries } }),
        date_interval: params.dateInterval,
      },
      idempotency: 'safe',
      parse: parseResponse<ReachEstimates>({
        waba_currency: 'string',
        estimates: [{ bid_amount: 'number' }],
      }),
    },
    options,
  );
}
