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
 * Submits a template for review. It is checked first, so that no review is spent on what Meta would refuse; look at the `category` of
 * the answer, which Meta may have changed, and at `status`.
 *
 * Throws a UsageError with every fault of the definition, and an ApiError with 2388024 for a name and language that exist, 2388023 for
 * a name that was deleted in the last 30 days, 2388019 when the account is full. 100 creations an hour are allowed.
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
      body: jsonBody(checkedPayload(definition)),
      idempotency: 'unsafe',
      parse: parseResponse<CreatedTemplate>(createdShape),
    },
    options,
  );
}
