import { checkParams } from '../../errors/check-params.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseResponse,
  toEpochMs,
} from '../../transport/transport.ts';

/** What is measured of a Flow's endpoint. Source: Meta, "Flows metrics API". */
export type FlowMetricName =
  | 'ENDPOINT_REQUEST_COUNT'
  | 'ENDPOINT_REQUEST_ERROR'
  | 'ENDPOINT_REQUEST_ERROR_RATE'
  | 'ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL'
  | 'ENDPOINT_AVAILABILITY';

/** Parameters of `getFlowMetric`. */
export interface GetFlowMetricParams {
  /** The id that `createFlow` returned. */
  readonly flowId: string;
  /** What is measured, such as `ENDPOINT_REQUEST_COUNT`. */
  readonly name: FlowMetricName;
  /** How long one data point is; `LIFETIME` gives one for the whole period. */
  readonly granularity: 'DAY' | 'HOUR' | 'LIFETIME';
  /** A Date or epoch milliseconds; Meta counts whole days of UTC. Default: the oldest day that Meta keeps. */
  readonly since?: Date | number | undefined;
  /** A Date or epoch milliseconds; Meta counts whole days of UTC. Default: today. */
  readonly until?: Date | number | undefined;
}

/** Numbers over time. */
export interface FlowMetric {
  readonly name: string;
  readonly granularity: string;
  readonly data_points: readonly {
    readonly timestamp: string;
    readonly data: readonly { readonly key: string; readonly value: number }[];
  }[];
}

const toDay = (time: Date | number, name: string): string =>
  new Date(toEpochMs(time, name)).toISOString().slice(0, 10);

/**
 * Returns how a Flow's endpoint performs: requests, errors, latency, availability; `undefined` if there were too few requests to measure.
 *
 * Throws `UsageError` if a parameter is unknown or missing, or a time is not valid.
 *
 * Source: Meta, "Flows metrics API".
 *
 * @example
 * (await getFlowMetric(client, { flowId: '8231', name: 'ENDPOINT_REQUEST_COUNT', granularity: 'DAY' }))?.data_points[0];
 * // { timestamp: '2024-01-28T08:00:00+0000', data: [{ key: 'value', value: 138 }] }
 */
export async function getFlowMetric(
  client: Client,
  params: GetFlowMetricParams,
  options?: CallOptions,
): Promise<FlowMetric | undefined> {
  checkParams('getFlowMetric', params, {
    flowId: true,
    name: true,
    granularity: true,
    since: false,
    until: false,
  });
  const { flowId, name, granularity, since, until } = params;
  const filters = [
    `name(${name})`,
    `granularity(${granularity})`,
    since !== undefined && `since(${toDay(since, 'since')})`,
    until !== undefined && `until(${toDay(until, 'until')})`,
  ];
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${flowId}`,
      query: { fields: ['metric', ...filters.filter((filter) => !!filter)].join('.') },
      idempotency: 'safe',
      parse: (reply) => parseResponse<{ metric?: FlowMetric }>({ metric: 'object?' })(reply).metric,
    },
    options,
  );
}
