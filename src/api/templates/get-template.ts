import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';
import { type Template, templateFields, templateShape } from '../../templates/template.ts';

/** Which template. */
export interface TemplateTarget {
  /** The id that its creation gave. */
  readonly templateId: string;
}

/**
 * Reads a template: its status, category, quality and components.
 *
 * Source: Meta, "Template API", `GET /{TEMPLATE_ID}`.
 *
 * @example
 * (await getTemplate(client, { templateId: '1259544702043867' })).status; // 'APPROVED'
 */
export async function getTemplate(
  client: Client,
  { templateId }: TemplateTarget,
  options?: CallOptions,
): Promise<Template> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${templateId}`,
      query: { fields: templateFields },
      idempotency: 'safe',
      parse: parseResponse<Template>(templateShape),
    },
    options,
  );
}
