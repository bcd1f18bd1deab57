import { type CallOptions, type Client, graphPath, getWabaId } from '../../../transport/transport.ts';
import { analyticsField, type AnalyticsRange } from './analytics-field.ts';
import { getDataPoints } from './get-data-points.ts';

/** Parameters of `getConversationAnalytics`. */
export interface GetConversationAnalyticsParams extends AnalyticsRange {
  /** The length of time that one data point covers. */
  readonly granularity: 'HALF_HOUR' | 'DAILY' | 'MONTHLY';
  /** Business phone numbers in digits: `16505550111`. Default: all numbers of the account. */
  readonly phoneNumbers?: readonly string[] | undefined;
  /** What to measure. Default: both. */
  readonly metricTypes?: readonly ('COST' | 'CONVERSATION')[] | undefined;
  /** Only conversations of these categories. Default: all. */
  readonly conversationCategories?:
    readonly ('AUTHENTICATION' | 'MARKETING' | 'SERVICE' | 'UTILITY')[] | undefined;
  /** Only conversations of these types. Default: all. */
  readonly conversationTypes?: readonly ('FREE_ENTRY_POINT' | 'FREE_TIER' | 'REGULAR')[] | undefined;
  /** Only conversations that this side opened. Default: all. */
  readonly conversationDirections?:
    readonly ('BUSINESS_INITIATED' | 'USER_INITIATED' | 'UNKNOWN')[] | undefined;
  /** What to group the data points by. Default: nothing, one total for each period. */
  readonly dimensions?:
    | readonly (
        'CONVERSATION_CATEGORY' | 'CONVERSATION_DIRECTION' | 'CONVERSATION_TYPE' | 'COUNTRY' | 'PHONE'
      )[]
    | undefined;
}

/** One count. `start` and `end` are seconds, `cost` is approximate and in the account's currency. */
export interface ConversationDataPoint {
  readonly start: number;
  readonly end: number;
  readonly conversation?: number | undefined;
  readonly cost?: number | undefined;
  readonly phone_number?: string | undefined;
  readonly country?: string | undefined;
  readonly conversation_type?: string | undefined;
  readonly conversation_direction?: string | undefined;
  readonly conversation_category?: string | undefined;
}

/**
 * Returns how many conversations an account had and what they cost. Meta billed conversations until the middle of 2025; for current costs
 * see `getPricingAnalytics`.
 *
 * Throws `UsageError` if the period is empty or a time is not valid.
 *
 * Source: Meta, "Analytics".
 *
 * @example
 * await getConversationAnalytics(client, { since, until, granularity: 'MONTHLY', dimensions: ['CONVERSATION_CATEGORY'] });
 * // [{ start: 1685602800, end: 1688194800, conversation: 1558, conversation_category: 'AUTHENTICATION', cost: 15.58 }, …]
 */
export async function getConversationAnalytics(
  client: Client,
  params: GetConversationAnalyticsParams,
  options?: CallOptions,
): Promise<readonly ConversationDataPoint[]> {
  const { since, until, wabaId, ...filters } = params;
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getWabaId(client, { wabaId })}`,
      query: { fields: analyticsField('conversation_analytics', { since, until }, filters) },
      idempotency: 'safe',
      parse: getDataPoints<ConversationDataPoint>('conversation_analytics'),
    },
    options,
  );
}
