import type { ListParams, WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import {
  type Template,
  templateFields,
  templateShape,
  type TemplateStatus,
} from '../../templates/template.ts';

/** Which templates. Each filter narrows the list. */
export interface ListTemplatesParams extends WabaTarget, ListParams {
  /** Templates whose name contains this; all languages. */
  readonly name?: string | undefined;
  readonly language?: string | undefined;
  readonly status?: TemplateStatus | undefined;
  readonly category?: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION' | undefined;
  /** Templates with this in their texts. */
  readonly content?: string | undefined;
}

/**
 * Lists the templates of a WhatsApp Business Account, each language by itself.
 *
 * Source: Meta, "Template management", get templates.
 *
 * @example
 * for await (const { name, language, status } of listTemplates(client)) console.log(name, language, status);
 * // order_update en APPROVED …
 */
export async function* listTemplates(
  client: Client,
  params: ListTemplatesParams = {},
  options?: CallOptions,
): AsyncGenerator<Template, void, undefined> {
  const { wabaId, limit, ...filters } = params;
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, { wabaId })}/message_templates`,
      query: { ...filters, fields: templateFields, limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<Template>>({ data: [templateShape] }),
    }),
    options,
  );
}
