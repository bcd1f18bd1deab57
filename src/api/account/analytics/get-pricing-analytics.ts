import { type CallOptions, type Client, graphPath, getWabaId } from '../../../transport/transport.ts';
import { analyticsField, type AnalyticsRange } from './analytics-field.ts';
import { getDataPoints } from './get-data-points.ts';

/** Parameters of `getPricingAnalytics`. */
export interface GetPricingAnalyticsParams extends AnalyticsRange {
  /** The length of time that one data point covers. */
  readonly granularity: 'HALF_HOUR' | 'DAILY' | 'MONTHLY';
  /** Business phone numbers in digits: `16505550111`. Default: all numbers of the account. */
  readonly phoneNumbers?: readonly string[] | undefined;
  /** Two-letter country codes of the recipients. Default: all countries. */
  readonly countryCodes?: readonly string[] | undefined;
  /** What to measure. Default: both. */
  readonly metricTypes?: readonly ('COST' | 'VOLUME')[] | undefined;
  /** Only messages that were billed like this. Default: all. */
  readonly pricingTypes?: readonly ('FREE_CUSTOMER_SERVICE' | 'FREE_ENTRY_POINT' | 'REGULAR')[] | undefined;
  /** Only messages of these categories, such as `MARKETING` or `MARKETING_LITE`. Default: all. */
  readonly pricingCategories?: readonly string[] | undefined;
  /** What to group the data points by. `TIER` also needs `PRICING_CATEGORY` and `COUNTRY`. Default: nothing, one total for each period. */
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
 * Returns how many messages were delivered and what Meta charges for them, by country, category, type and volume tier. Compare it with your
 * own ledger.
 *
 * Throws `UsageError` if the period is empty or a time is not valid.
 *
 * Source: Meta, "Analytics".
 *
 * @example
 * await getPricingAnalytics(client, { since, until, granularity: 'DAILY', dimensions: ['PRICING_CATEGORY', 'COUNTRY', 'TIER'] });
 * // [{ start: 1749106800, end: 1749193200, country: 'IN', tier: '0:750000', pricing_category: 'UTILITY', volume: 3, cost: 0.01 }, …]
 */
export async function getPricingAnalytics(
  client: Client,
  params: GetPricingAnalyticsParams,
  options?: CallOptions,
): Promise<readonly PricingDataPoint[]> {
  const { since, until, wabaId, ...filters } = params;
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getWabaId(client, { wabaId })}`,
      query: { fields: analyticsField('pricing_analytics', { since, until }, filters) },
      idempotency: 'safe',
      parse: getDataPoints<PricingDataPoint>('pricing_analytics'),
    },
    options,
  );
}
