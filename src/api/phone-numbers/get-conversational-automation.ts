import type { ConversationalAutomation } from '../../schemas/conversational-automation.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/**
 * Returns the ice breakers and commands of a number; `undefined` if none were ever set.
 *
 * Source: Meta, "Conversational components".
 *
 * @example
 * await getConversationalAutomation(client); // { prompts: ['Plan a trip'], commands: [] }
 */
export async function getConversationalAutomation(
  client: Client,
  params: NumberTarget = {},
  options?: CallOptions,
): Promise<ConversationalAutomation | undefined> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}`,
      query: { fields: 'conversational_automation' },
      idempotency: 'safe',
      parse: (reply) =>
        parseResponse<{ conversational_automation?: ConversationalAutomation }>({
          conversational_automation: 'object?',
        })(reply).conversational_automation,
    },
    options,
  );
}
