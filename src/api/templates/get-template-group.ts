import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';
import type { TemplateGroup, TemplateGroupTarget } from './template-group.ts';

/**
 * Returns a template group and the templates in it.
 *
 * Source: Meta, "Template groups".
 *
 * @example
 * (await getTemplateGroup(client, { templateGroupId: '9020555671393375' })).name; // 'Black Friday 2026'
 */
export async function getTemplateGroup(
  client: Client,
  { templateGroupId }: TemplateGroupTarget,
  options?: CallOptions,
): Promise<TemplateGroup> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${templateGroupId}`,
      idempotency: 'safe',
      parse: parseResponse<TemplateGroup>({ id: 'string', name: 'string' }),
    },
    options,
  );
}
