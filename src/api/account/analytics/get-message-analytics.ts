import {
  type CallOptions,
  type Client,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../../transport/transport.ts';
import { analyticsField, type AnalyticsRange } from './analytics-field.ts';

/** Parameters of `getMessageAnalytics`. */
export interface GetMessageAnalyticsParams extends AnalyticsRange {
  /** The length of time that one data point covers. */
  readonly granularity: 'HALF_HOUR' | 'DAY' | 'MONTH';
  /** Business phone numbers in digits: `16505550111`. Default: all numbers of the account. */
  readonly phoneNumbers?: readonly string[] | undefined;
  /** Two-letter country codes of the recipients. Default: all countries. */
  readonly countryCodes?: readonly string[] | undefined;
  /** `0` for notifications, `2` for customer support. Default: both. */
  readonly productTypes?: readonly (0 | 2)[] | undefined;
}

/** Counts over time. `start` and `end` are seconds. */
export interface MessageAnalytics {
  readonly granularity: string;
  readonly phone_numbers?: readonly string[] | undefined;
  readonly country_codes?: readonly string[] | undefined;
  readonly data_points: readonly {
    readonly start: number;
    readonly end: number;
    readonly sent: number;
    readonly delivered: number;
  }[];
}

/**
 * Returns how many messages an account sent and how many were delivered.
 *
 * Throws `UsageError` if the period is empty or a time is not valid.
 *
 * Source: Meta, "Analytics".
 *
 * @example
 * await getMessageAnalytics(client, { since: new Date('2026-10-01'), until: new Date('2026-11-01'), granularity: 'DAY' });
 * // { granularity: 'DAY', data_points: [{ start: 1790812800, end: 1790899200, sent: 196093, delivered: 179715 }, …] }
 */
export async function getMessageAnalytics(
  client: Client,
  params: GetMessageAnalyticsParams,
  options?: CallOptions,
): Promise<MessageAnalytics> {
  const { since, until, wabaId, ...filters } = params;
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getWabaId(client, { wabaId })}`,
      query: { fields: analyticsField('analytics', { since, until }, filters) },
      idempotency: 'safe',
      parse: (reply) => {
        const { analytics } = parseResponse<{ analytics: Partial<MessageAnalytics> }>({
          analytics: { data_points: 'array?' },
        })(reply);
        return { granularity: filters.granularity, data_points: [], ...analytics };
      },
    },
    options,
  );
}
