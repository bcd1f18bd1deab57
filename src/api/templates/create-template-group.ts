import { checkParams } from '../../errors/check-params.ts';
import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import { checkGroupTexts } from './template-group.ts';

/** Parameters of `createTemplateGroup`. */
export interface CreateTemplateGroupParams extends WabaTarget {
  /** The name, unique in the account: up to 256 characters. */
  readonly name: string;
  /** A note for people of the business: up to 512 characters. Default: none. */
  readonly description?: string | undefined;
  /** The ids of the templates. A template belongs to one group at most. */
  readonly templateIds: readonly string[];
}

/**
 * Groups templates, so that their numbers can be read together with `getTemplateGroupAnalytics`.
 *
 * Source: Meta, "Template groups".
 *
 * @example
 * await createTemplateGroup(client, { name: 'Black Friday 2026', templateIds: ['278077987957091'] }); // { id: '9020555671393375' }
 */
export async function createTemplateGroup(
  client: Client,
  params: CreateTemplateGroupParams,
  options?: CallOptions,
): Promise<{ readonly id: string }> {
  const { name, description, templateIds, ...target } = checkParams('createTemplateGroup', params, {
    name: true,
    description: false,
    templateIds: 'list',
    wabaId: false,
  });
  checkGroupTexts({ name, description });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, target)}/template_groups`,
      body: jsonBody({ name, description, whatsapp_business_templates: templateIds }),
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly id: string }>({ id: 'string' }),
    },
    options,
  );
}
