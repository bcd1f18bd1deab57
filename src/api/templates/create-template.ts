import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import type { TemplateDefinition } from '../../templates/definition.ts';
import { checkedPayload } from './checked-payload.ts';
import { type CreatedTemplate, createdShape } from '../../templates/template.ts';

/**
 * Submits a template for review. The definition is checked first. Read `status` and `category` of the result: Meta may have changed
 * the category. Meta allows 100 creations an hour.
 *
 * Throws `UsageError` with every problem of the definition, and `ApiError` with 2388024 if the name and language exist, 2388023 if the
 * name was deleted in the last 30 days, 2388019 if the account has no room for more templates.
 *
 * Source: Meta, "Templates", `POST /{WABA_ID}/message_templates`.
 *
 * @example
 * await createTemplate(client, orderUpdate); // { id: '1627019861106475', status: 'PENDING', category: 'UTILITY' }
 */
export async function createTemplate(
  client: Client,
  definition: TemplateDefinition,
  options?: CallOptions & WabaTarget,
): Promise<CreatedTemplate> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, options)}/message_templates`,
      body: jsonBody(await checkedPayload(definition)),
      idempotency: 'unsafe',
      parse: parseResponse<CreatedTemplate>(createdShape),
    },
    options,
  );
}
