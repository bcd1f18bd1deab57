import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';
import { type Template, templateFields, templateShape } from '../../templates/template.ts';

/** The template that a call works on. */
export interface TemplateTarget {
  /** The id that `createTemplate` returned. */
  readonly templateId: string;
}

/**
 * Returns a template: its status, category, quality and components.
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
