import { type CallOptions, type Client, graphPath, parseSuccess } from '../../transport/transport.ts';
import type { TemplateGroupTarget } from './template-group.ts';

/**
 * Deletes a template group; its templates stay.
 *
 * Source: Meta, "Template groups".
 *
 * @example
 * await deleteTemplateGroup(client, { templateGroupId: '9020555671393375' });
 */
export async function deleteTemplateGroup(
  client: Client,
  { templateGroupId }: TemplateGroupTarget,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    { method: 'DELETE', path: graphPath`/${templateGroupId}`, idempotency: 'safe', parse: parseSuccess },
    options,
  );
}
