import { type CallOptions, type Client, graphPath, getWabaId } from '../../../transport/transport.ts';
import { analyticsField, type AnalyticsRange } from './analytics-field.ts';
import { getDataPoints } from './get-data-points.ts';

/** How many conversations, and what they cost. */
export interface GetConversationAnalyticsParams extends AnalyticsRange {
  readonly granularity: 'HALF_HOUR' | 'DAILY' | 'MONTHLY';
  /** Numbers in digits. Default: all of them. */
  readonly phone_numbers?: readonly string[] | undefined;
  readonly metric_types?: readonly ('COST' | 'CONVERSATION')[] | undefined;
  readonly conversation_categories?:
    readonly ('AUTHENTICATION' | 'MARKETING' | 'SERVICE' | 'UTILITY')[] | undefined;
  readonly conversation_types?: readonly ('FREE_ENTRY_POINT' | 'FREE_TIER' | 'REGULAR')[] | undefined;
  readonly conversation_directions?:
    readonly ('BUSINESS_INITIATED' | 'USER_INITIATED' | 'UNKNOWN')[] | undefined;
  /** How to break the numbers down. Default: not at all. */
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
 * Reads how many conversations an account had and what they cost. Conversations were billed until mid 2025; for today's costs see
 * `getPricingAnalytics`.
 *
 * Source: Meta, "Analytics".
 *
 * @example
 * await getConversationAnalytics(client, { startAt, endAt, granularity: 'MONTHLY', dimensions: ['CONVERSATION_CATEGORY'] });
 * // [{ start: 1685602800, end: 1688194800, conversation: 1558, conversation_category: 'AUTHENTICATION', cost: 15.58 }, …]
 */
export function getConversationAnalytics(
  client: Client,
  params: GetConversationAnalyticsParams,
  options?: CallOptions,
): Promise<readonly ConversationDataPoint[]> {
  const { startAt, endAt, wabaId, ...filters } = params;
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getWabaId(client, { wabaId })}`,
      query: { fields: analyticsField('conversation_analytics', { startAt, endAt }, filters) },
      idempotency: 'safe',
      parse: getDataPoints<ConversationDataPoint>('conversation_analytics'),
    },
    options,
  );
}
