import type { ListParams, WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import type { TemplateGroup } from './template-group.ts';

/**
 * Lists the template groups of an account.
 *
 * Source: Meta, "Template groups".
 *
 * @example
 * for await (const { id, name } of listTemplateGroups(client)) console.log(id, name); // 9020555671393375 Black Friday 2026
 */
export async function* listTemplateGroups(
  client: Client,
  params: WabaTarget & ListParams = {},
  options?: CallOptions,
): AsyncGenerator<TemplateGroup, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/template_groups`,
      query: { limit: params.limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<TemplateGroup>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
