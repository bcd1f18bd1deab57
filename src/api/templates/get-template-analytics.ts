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

/** Parameters of `getTemplateAnalytics`. */
export type GetTemplateAnalyticsParams = TemplateAnalyticsQuery & {
  /** The ids of 1 to 10 templates. */
  readonly templateIds: readonly string[];
  /** The API that sent the messages. Default: the Cloud API. */
  readonly productType?:
    'CLOUD_API' | 'MARKETING_MESSAGES_LITE_API' | 'MARKETING_MESSAGES_API_FOR_WHATSAPP' | undefined;
};

/**
 * Lists how often templates were sent, delivered, read and clicked, and what they cost, day by day. Enable it once with
 * `enableTemplateAnalytics`; it is not available in the European Union, the United Kingdom and Japan.
 *
 * Source: Meta, "Template analytics".
 *
 * @example
 * for await (const { data_points } of getTemplateAnalytics(client, { templateIds: ['1421988012088524'], since, until }))
 *   console.log(data_points[0]); // { template_id: '1421988012088524', start: 1718064000, sent: 1, delivered: 1, … }
 */
export async function* getTemplateAnalytics(
  client: Client,
  params: GetTemplateAnalyticsParams,
  options?: CallOptions,
): AsyncGenerator<TemplateAnalytics, void, undefined> {
  const ids = checkedIds(params.templateIds, 'templateIds', analyticsIds);
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/template_analytics`,
      query: {
        ...analyticsQuery(params),
        template_ids: `[${ids.map(textOf).join()}]`,
        product_type: params.productType,
        after,
      },
      idempotency: 'safe',
      parse: parseResponse<Page<TemplateAnalytics>>({ data: [{ data_points: 'array' }] }),
    }),
    options,
  );
}
