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

/** Which templates came back. */
export interface UnarchiveTemplatesResult {
  readonly unarchived_templates: readonly string[];
  /** Reasons by id. */
  readonly failed_templates?: Readonly<Record<string, string>> | undefined;
}

/**
 * Brings up to 100 archived templates back to the status they had, within 28 days of archiving.
 *
 * Source: Meta, "Template archival" (2026-06-02).
 *
 * @example
 * await unarchiveTemplates(client, { templateIds: ['1387372356726668'] }); // { unarchived_templates: ['1387372356726668'], … }
 */
export async function unarchiveTemplates(
  client: Client,
  { templateIds, ...target }: TemplateIdsParams,
  options?: CallOptions,
): Promise<UnarchiveTemplatesResult> {
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
