import { toEpochSeconds } from '../../transport/transport.ts';
import type { WabaTarget } from '../../schemas/targets.ts';

/** What is counted. `cost` is not shown to businesses that a solution partner bills. */
export type TemplateMetric =
  'cost' | 'clicked' | 'delivered' | 'read' | 'sent' | (string & Record<never, never>);

/** The days to count, at most 90 back: by time as days of UTC, or by date (`YYYY-MM-DD`) as days of the account's own time zone. */
export type AnalyticsDays =
  | {
      /** The start of the range: a Date or epoch milliseconds. */
      readonly since: Date | number;
      /** The end of the range: a Date or epoch milliseconds. */
      readonly until: Date | number;
    }
  | {
      /** The first day, `YYYY-MM-DD`. */
      readonly startDate: string;
      /** The last day, `YYYY-MM-DD`. */
      readonly endDate: string;
    };

/** What to count, and when. */
export type TemplateAnalyticsQuery = WabaTarget &
  AnalyticsDays & {
    /** The numbers to read. Default: all. */
    readonly metrics?: readonly TemplateMetric[] | undefined;
  };

/** The numbers of one template or group on one day. Reads and clicks are counted for 7 days after the send. */
export interface TemplateDataPoint {
  readonly template_id?: string | undefined;
  readonly template_group_id?: string | undefined;
  /** Unix seconds, or a date when dates were asked for. */
  readonly start: number | string;
  readonly end: number | string;
  readonly sent?: number | undefined;
  readonly delivered?: number | undefined;
  readonly read?: number | undefined;
  readonly clicked?:
    | readonly {
        readonly type: string;
        readonly button_content?: string | undefined;
        readonly count: number;
      }[]
    | undefined;
  readonly cost?: readonly { readonly type: string; readonly value?: number | undefined }[] | undefined;
}

/** The numbers of one product over the days asked for. */
export interface TemplateAnalytics {
  readonly granularity: string;
  /** `cloud_api` or the Marketing Messages API. */
  readonly product_type?: string | undefined;
  readonly waba_timezone?: string | undefined;
  readonly data_points: readonly TemplateDataPoint[];
}

/** The part of the query that templates and groups share. */
export function analyticsQuery(
  query: TemplateAnalyticsQuery,
): Readonly<Record<string, string | number | boolean | readonly string[] | undefined>> {
  const days =
    'since' in query
      ? { start: toEpochSeconds(query.since, 'since'), end: toEpochSeconds(query.until, 'until') }
      : { start: query.startDate, end: query.endDate, use_waba_timezone: true };
  return { ...days, granularity: 'daily', metric_types: query.metrics };
}
