import { checkParams } from '../../errors/check-params.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import { templateLimits } from '../../templates/limits.ts';
import { checkedIds } from './checked-ids.ts';
import type { TemplateIdsParams } from './delete-templates.ts';

/** The templates that were archived, and those that were not. */
export interface ArchiveTemplatesResult {
  /** The ids of the templates that were archived. */
  readonly archived_templates: readonly string[];
  /** The reason of each failure, by template id. */
  readonly failed_templates?: Readonly<Record<string, string>> | undefined;
}

/**
 * Archives up to 100 templates. An archived template cannot be sent, and Meta deletes it after 28 days; `unarchiveTemplates` restores
 * it before. The call goes to `api.facebook.com`.
 *
 * Source: Meta, "Template archival" (2026-06-02).
 *
 * @example
 * await archiveTemplates(client, { templateIds: ['1387372356726668'] }); // { archived_templates: ['1387372356726668'], … }
 */
export async function archiveTemplates(
  client: Client,
  params: TemplateIdsParams,
  options?: CallOptions,
): Promise<ArchiveTemplatesResult> {
  const { templateIds, ...target } = checkParams('archiveTemplates', params, {
    templateIds: 'list',
    wabaId: false,
  });
  const hsm_ids = checkedIds(templateIds, 'templateIds', templateLimits.idsPerCall);
  return client.request(
    {
      method: 'POST',
      host: 'api',
      path: graphPath`/${getWabaId(client, target)}/message_templates/archive`,
      body: jsonBody({ hsm_ids }),
      idempotency: 'unsafe',
      parse: parseResponse<ArchiveTemplatesResult>({
        archived_templates: 'array',
        failed_templates: 'object?',
      }),
    },
    options,
  );
}
