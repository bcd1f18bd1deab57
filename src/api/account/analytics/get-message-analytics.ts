import {
  type CallOptions,
  type Client,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../../transport/transport.ts';
import { analyticsField, type AnalyticsRange } from './analytics-field.ts';

/** How many messages. */
export interface GetMessageAnalyticsParams extends AnalyticsRange {
  readonly granularity: 'HALF_HOUR' | 'DAY' | 'MONTH';
  /** Numbers in digits, `16505550111`. Default: all of them. */
  readonly phone_numbers?: readonly string[] | undefined;
  /** Two-letter codes. Default: all of them. */
  readonly country_codes?: readonly string[] | undefined;
  /** `0` notifications, `2` customer support. Default: both. */
  readonly product_types?: readonly (0 | 2)[] | undefined;
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
 * Reads how many messages an account sent and how many were delivered.
 *
 * Source: Meta, "Analytics".
 *
 * @example
 * await getMessageAnalytics(client, { startAt: Date.UTC(2026, 9, 1), endAt: Date.UTC(2026, 10, 1), granularity: 'DAY' });
 * // { granularity: 'DAY', data_points: [{ start: 1790812800, end: 1790899200, sent: 196093, delivered: 179715 }, …] }
 */
export function getMessageAnalytics(
  client: Client,
  params: GetMessageAnalyticsParams,
  options?: CallOptions,
): Promise<MessageAnalytics> {
  const { granularity, phone_numbers, country_codes, product_types } = params;
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}`,
      query: {
        fields: analyticsField('analytics', params, {
          granularity,
          phone_numbers,
          country_codes,
          product_types,
        }),
      },
      idempotency: 'safe',
      parse: (reply) => {
        const { analytics } = parseResponse<{ analytics: Partial<MessageAnalytics> }>({
          analytics: { data_points: 'array?' },
        })(reply);
        return { granularity, data_points: [], ...analytics };
      },
    },
    options,
  );
}
