import { textOf } from '../../shared/text-of.ts';
import { usageError } from '../../errors/usage-error.ts';
import type { WabaId } from '../../shared/ids.ts';
import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import { migrationBatch } from '../../templates/limits.ts';

/** Parameters of `migrateTemplates`. The templates are copied into `wabaId`, by default the client's account. */
export interface MigrateTemplatesParams extends WabaTarget {
  /** The account to copy from, of the same business portfolio. */
  readonly sourceWabaId: WabaId;
  /** The batch of 500 templates, counted from 0; batches may run at the same time. Default: 0. */
  readonly page?: number | undefined;
  /** The size of a batch, below 500 if Meta needs more than 30 seconds for one. Default: 500. */
  readonly count?: number | undefined;
  /** Copies only these templates, up to 500, such as those that failed before. Default: all. */
  readonly templateIds?: readonly string[] | undefined;
}

/** The templates that were copied, and those that were not. */
export interface MigrateTemplatesResult {
  /** The ids of the templates that were copied. */
  readonly migrated_templates: readonly string[];
  /** The reason of each failure, by template id. */
  readonly failed_templates?: Readonly<Record<string, string>> | undefined;
}

/**
 * Copies approved templates of good or unknown quality from one account to another; the originals stay.
 *
 * Source: Meta, "Template migration".
 *
 * @example
 * await migrateTemplates(client, { sourceWabaId: '102290129340398', page: 0 });
 * // { migrated_templates: ['1473688840035974'], failed_templates: { '1019496902803242': 'Incorrect category' } }
 */
export async function migrateTemplates(
  client: Client,
  { sourceWabaId, page, count, templateIds, ...target }: MigrateTemplatesParams,
  options?: CallOptions,
): Promise<MigrateTemplatesResult> {
  const sizes = { count: count ?? 1, templateIds: templateIds?.length ?? 1 };
  for (const [name, size] of Object.entries(sizes)) {
    if (typeof size !== 'number' || size < 1 || size > migrationBatch)
      throw usageError(name, `is ${textOf(size)}, 1 to ${migrationBatch} are allowed`, {
        limit: migrationBatch,
      });
  }
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, target)}/migrate_message_templates`,
      body: jsonBody({ source_waba_id: sourceWabaId, page_number: page, count, template_ids: templateIds }),
      idempotency: 'unsafe',
      parse: parseResponse<MigrateTemplatesResult>({
        migrated_templates: 'array',
        failed_templates: 'object?',
      }),
    },
    options,
  );
}
