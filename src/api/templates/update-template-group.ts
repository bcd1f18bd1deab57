import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
} from '../../transport/transport.ts';
import { checkGroupTexts, type TemplateGroupTarget } from './template-group.ts';

/** Parameters of `updateTemplateGroup`; what is left out stays as it is. */
export interface UpdateTemplateGroupParams extends TemplateGroupTarget {
  /** The new name, unique in the account: up to 256 characters. */
  readonly name?: string | undefined;
  /** The new note for people of the business: up to 512 characters. */
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
