import type { WabaTarget } from '../../schemas/targets.ts';

/** What is counted. `cost` is not shown to businesses that a solution partner bills. */
export type TemplateMetric =
  'cost' | 'clicked' | 'delivered' | 'read' | 'sent' | (string & Record<never, never>);

/** Which days: at most 90 back. Dates `YYYY-MM-DD` are days of the account's own time zone, milliseconds are days of UTC. */
export type AnalyticsDays =
  | { readonly startAt: number; readonly endAt: number }
  | { readonly startDate: string; readonly endDate: string };

/** What to count, and when. */
export type TemplateAnalyticsQuery = WabaTarget &
  AnalyticsDays & {
    /** Default: all. */
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
    'startAt' in query
      ? { start: Math.floor(query.startAt / 1000), end: Math.floor(query.endAt / 1000) }
      : { start: query.startDate, end: query.endDate, use_waba_timezone: true };
  return { ...days, granularity: 'daily', metric_types: query.metrics };
}
