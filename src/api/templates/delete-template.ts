import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseSuccess,
  getWabaId,
} from '../../transport/transport.ts';

/** Parameters of `deleteTemplate`. */
export interface DeleteTemplateParams extends WabaTarget {
  /** The exact name; it cannot be used again for 30 days if the template was approved. */
  readonly name: string;
  /** Deletes only the language with this id. Default: every language of the name. */
  readonly templateId?: string | undefined;
}

/**
 * Deletes a template: all languages of a name, or the one with an id. The name cannot be used again for 30 days once the template was
 * approved. A disabled template cannot be deleted.
 *
 * Source: Meta, "Template management", delete templates.
 *
 * @example
 * await deleteTemplate(client, { name: 'order_update' });
 */
export async function deleteTemplate(
  client: Client,
  { name, templateId, ...target }: DeleteTemplateParams,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getWabaId(client, target)}/message_templates`,
      query: { name, hsm_id: templateId },
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
