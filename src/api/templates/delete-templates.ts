import { checkParams } from '../../errors/check-params.ts';
import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseSuccess,
  getWabaId,
} from '../../transport/transport.ts';
import { templateLimits } from '../../templates/limits.ts';
import { checkedIds } from './checked-ids.ts';

/** The templates that a call works on, and their account. */
export interface TemplateIdsParams extends WabaTarget {
  /** The ids of 1 to 100 templates. */
  readonly templateIds: readonly string[];
}

/**
 * Deletes up to 100 templates by their ids. Each name is blocked as `deleteTemplate` describes.
 *
 * Source: Meta, changelog of 2025-12-18, `hsm_ids`.
 *
 * @example
 * await deleteTemplates(client, { templateIds: ['1407680676729941', '1627019861106475'] });
 */
export async function deleteTemplates(
  client: Client,
  params: TemplateIdsParams,
  options?: CallOptions,
): Promise<void> {
  const { templateIds, ...target } = checkParams('deleteTemplates', params, {
    templateIds: 'list',
    wabaId: false,
  });
  const ids = checkedIds(templateIds, 'templateIds', templateLimits.idsPerCall);
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getWabaId(client, target)}/message_templates`,
      query: { hsm_ids: JSON.stringify(ids) },
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
