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

/** Parameters of `listTemplates`. Each filter narrows the list. */
export interface ListTemplatesParams extends WabaTarget, ListParams {
  /** Only templates whose name contains this. Default: every name. */
  readonly name?: string | undefined;
  /** Only this language, as Meta codes it: `en`, `en_US`, `pt_BR`. Default: every language. */
  readonly language?: string | undefined;
  /** Only templates in this state of review, such as `APPROVED`. Default: every state. */
  readonly status?: TemplateStatus | undefined;
  /** Only templates of this category, which decides the price. Default: every category. */
  readonly category?: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION' | undefined;
  /** Only templates that have this in one of their texts. Default: every text. */
  readonly content?: string | undefined;
}

/**
 * Lists the templates of a WhatsApp Business Account, each language as an entry of its own.
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
