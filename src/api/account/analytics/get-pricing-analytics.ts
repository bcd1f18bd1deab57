import { type CallOptions, type Client, graphPath, getWabaId } from '../../../transport/transport.ts';
import { analyticsField, type AnalyticsRange } from './analytics-field.ts';
import { getDataPoints } from './get-data-points.ts';

/** What delivered messages cost. */
export interface GetPricingAnalyticsParams extends AnalyticsRange {
  readonly granularity: 'HALF_HOUR' | 'DAILY' | 'MONTHLY';
  /** Numbers in digits. Default: all of them. */
  readonly phone_numbers?: readonly string[] | undefined;
  /** Two-letter codes. Default: all of them. */
  readonly country_codes?: readonly string[] | undefined;
  readonly metric_types?: readonly ('COST' | 'VOLUME')[] | undefined;
  readonly pricing_types?: readonly ('FREE_CUSTOMER_SERVICE' | 'FREE_ENTRY_POINT' | 'REGULAR')[] | undefined;
  readonly pricing_categories?: readonly string[] | undefined;
  /** How to break the numbers down. `TIER` needs `PRICING_CATEGORY` and `COUNTRY` beside it. Default: not at all. */
  readonly dimensions?:
    readonly ('COUNTRY' | 'PHONE' | 'PRICING_CATEGORY' | 'PRICING_TYPE' | 'TIER')[] | undefined;
}

/** One count. `start` and `end` are seconds, `cost` is approximate and in the account's currency. */
export interface PricingDataPoint {
  readonly start: number;
  readonly end: number;
  readonly volume?: number | undefined;
  readonly cost?: number | undefined;
  readonly phone_number?: string | undefined;
  readonly country?: string | undefined;
  /** The volume tier as `lower:upper`: `0:750000`. */
  readonly tier?: string | undefined;
  readonly pricing_type?: string | undefined;
  readonly pricing_category?: string | undefined;
}

/**
 * Reads how many messages were delivered and what Meta charges for them, by country, category, type and volume tier. Compare it with your
 * own ledger.
 *
 * Source: Meta, "Analytics".
 *
 * @example
 * await getPricingAnalytics(client, { startAt, endAt, granularity: 'DAILY', dimensions: ['PRICING_CATEGORY', 'COUNTRY', 'TIER'] });
 * // [{ start: 1749106800, end: 1749193200, country: 'IN', tier: '0:750000', pricing_category: 'UTILITY', volume: 3, cost: 0.01 }, …]
 */
export function getPricingAnalytics(
  client: Client,
  params: GetPricingAnalyticsParams,
  options?: CallOptions,
): Promise<readonly PricingDataPoint[]> {
  const { startAt, endAt, wabaId, ...filters } = params;
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getWabaId(client, { wabaId })}`,
      query: { fields: analyticsField('pricing_analytics', { startAt, endAt }, filters) },
      idempotency: 'safe',
      parse: getDataPoints<PricingDataPoint>('pricing_analytics'),
    },
    options,
  );
}
