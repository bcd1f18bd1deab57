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

/** What is copied, into the client's account or the one named. */
export interface MigrateTemplatesParams extends WabaTarget {
  /** The account to copy from, of the same business portfolio. */
  readonly sourceWabaId: WabaId;
  /** Which batch of 500, from 0. Batches may run side by side. */
  readonly page?: number | undefined;
  /** Fewer than 500, when Meta takes longer than 30 seconds for a batch. */
  readonly count?: number | undefined;
  /** Only these, up to 500: the ones that failed before. */
  readonly templateIds?: readonly string[] | undefined;
}

/** What was copied. */
export interface MigrateTemplatesResult {
  readonly migrated_templates: readonly string[];
  /** Reasons by id. */
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
    if (size < 1 || size > migrationBatch)
      throw usageError(name, `is ${size}, 1 to ${migrationBatch} are allowed`, { limit: migrationBatch });
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
