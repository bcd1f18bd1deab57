import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
} from '../../transport/transport.ts';
import { checkGroupTexts, type TemplateGroupTarget } from './template-group.ts';

/** What changes. */
export interface UpdateTemplateGroupParams extends TemplateGroupTarget {
  /** Unique in the account, up to 256 characters. */
  readonly name?: string | undefined;
  /** Up to 512 characters. */
  readonly description?: string | undefined;
}

/**
 * Changes the name or the description of a template group.
 *
 * Source: Meta, "Template groups".
 *
 * @example
 * await updateTemplateGroup(client, { templateGroupId: '9020555671393375', name: 'Black Week 2026' });
 */
export async function updateTemplateGroup(
  client: Client,
  { templateGroupId, name, description }: UpdateTemplateGroupParams,
  options?: CallOptions,
): Promise<void> {
  checkGroupTexts({ name, description });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${templateGroupId}`,
      body: jsonBody({ name, description }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
