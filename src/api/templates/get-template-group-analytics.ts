import { textOf } from '../../shared/text-of.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import { analyticsIds } from '../../templates/limits.ts';
import { checkedIds } from './checked-ids.ts';
import { analyticsQuery, type TemplateAnalytics, type TemplateAnalyticsQuery } from './template-analytics.ts';

/** Parameters of `getTemplateGroupAnalytics`. */
export type GetTemplateGroupAnalyticsParams = TemplateAnalyticsQuery & {
  /** The ids of 1 to 10 template groups. */
  readonly templateGroupIds: readonly string[];
};

/**
 * Lists how often the templates of groups were sent, delivered, read and clicked, day by day, as `getTemplateAnalytics` does for single ones.
 *
 * Source: Meta, "Template group analytics".
 *
 * @example
 * const groups = getTemplateGroupAnalytics(client, { templateGroupIds: ['1044106240855852'], since, until });
 * for await (const { data_points } of groups) console.log(data_points.length); // 12
 */
export async function* getTemplateGroupAnalytics(
  client: Client,
  params: GetTemplateGroupAnalyticsParams,
  options?: CallOptions,
): AsyncGenerator<TemplateAnalytics, void, undefined> {
  const ids = checkedIds(params.templateGroupIds, 'templateGroupIds', analyticsIds);
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/template_group_analytics`,
      query: { ...analyticsQuery(params), template_group_ids: `[${ids.map(textOf).join()}]`, after },
      idempotency: 'safe',
      parse: parseResponse<Page<TemplateAnalytics>>({ data: [{ data_points: 'array' }] }),
    }),
    options,
  );
}
