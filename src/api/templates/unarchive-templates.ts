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

/** The templates that are no longer archived, and those that stayed. */
export interface UnarchiveTemplatesResult {
  /** The ids of the templates that are no longer archived. */
  readonly unarchived_templates: readonly string[];
  /** The reason of each failure, by template id. */
  readonly failed_templates?: Readonly<Record<string, string>> | undefined;
}

/**
 * Unarchives up to 100 templates within 28 days of archiving; they get the status back that they had.
 *
 * Source: Meta, "Template archival" (2026-06-02).
 *
 * @example
 * await unarchiveTemplates(client, { templateIds: ['1387372356726668'] }); // { unarchived_templates: ['1387372356726668'], … }
 */
export async function unarchiveTemplates(
  client: Client,
  params: TemplateIdsParams,
  options?: CallOptions,
): Promise<UnarchiveTemplatesResult> {
  const { templateIds, ...target } = checkParams('unarchiveTemplates', params, {
    templateIds: 'list',
    wabaId: false,
  });
  const hsm_ids = checkedIds(templateIds, 'templateIds', templateLimits.idsPerCall);
  return client.request(
    {
      method: 'POST',
      host: 'api',
      path: graphPath`/${getWabaId(client, target)}/message_templates/unarchive`,
      body: jsonBody({ hsm_ids }),
      idempotency: 'unsafe',
      parse: parseResponse<UnarchiveTemplatesResult>({
        unarchived_templates: 'array',
        failed_templates: 'object?',
      }),
    },
    options,
  );
}
