import type { ListParams } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  parseResponse,
} from '../../transport/transport.ts';
import type { TemplateButtonPayload } from '../../templates/payload.ts';

/** Parameters of `listLibraryTemplates`. Values in capitals are Meta's. */
export interface ListLibraryTemplatesParams extends ListParams {
  /** Part of a name or of a text. Default: every template of the library. */
  readonly search?: string | undefined;
  /** Only templates for this occasion. Default: every occasion. */
  readonly topic?: 'ACCOUNT_UPDATE' | 'CUSTOMER_FEEDBACK' | 'ORDER_MANAGEMENT' | 'PAYMENTS' | undefined;
  /** Only templates for this case within a topic, such as `SHIPMENT_CONFIRMATION`. Default: every case. */
  readonly usecase?: string | undefined;
  /** Only templates for this line of business. Default: all. */
  readonly industry?: 'E_COMMERCE' | 'FINANCIAL_SERVICES' | undefined;
  /** Only this language, as Meta codes it: `en_US`. Default: every language. */
  readonly language?: string | undefined;
}

/** A template that Meta wrote: approved at once, its texts fixed, its parameters checked for their kind at each send. */
export interface LibraryTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly topic?: string | undefined;
  readonly usecase?: string | undefined;
  readonly industry?: readonly string[] | undefined;
  readonly header?: string | undefined;
  readonly body: string;
  /** Samples, in the order of the placeholders. */
  readonly body_params?: readonly string[] | undefined;
  /** `ADDRESS`, `TEXT`, `AMOUNT`, `DATE`, `PHONE NUMBER`, `EMAIL` or `NUMBER` for each placeholder. */
  readonly body_param_types?: readonly string[] | undefined;
  readonly footer?: string | undefined;
  /** A Flow shows as `FLOW` or `FORMS`. */
  readonly buttons?: readonly TemplateButtonPayload[] | undefined;
}

/**
 * Lists the templates of Meta's library; `createTemplateFromLibrary` adds one to an account.
 *
 * Source: Meta, "Template library".
 *
 * @example
 * for await (const { name, body } of listLibraryTemplates(client, { search: 'payments', language: 'en_US' })) console.log(name, body);
 * // low_balance_warning_1 Hi {{1}}, …
 */
export async function* listLibraryTemplates(
  client: Client,
  params: ListLibraryTemplatesParams = {},
  options?: CallOptions,
): AsyncGenerator<LibraryTemplate, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: '/message_template_library',
      query: { ...params, after },
      idempotency: 'safe',
      parse: parseResponse<Page<LibraryTemplate>>({ data: [{ id: 'string', name: 'string' }] }),
    }),
    options,
  );
}
