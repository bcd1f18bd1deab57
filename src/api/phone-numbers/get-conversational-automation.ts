import type { ConversationalAutomation } from '../../schemas/conversational-automation.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import { type CallOptions, type Client, path, phoneNumberIdOf, shaped } from '../../transport/transport.ts';

/**
 * Reads the ice breakers and commands of a number. `undefined` when none were ever set.
 *
 * Source: Meta, "Conversational components".
 *
 * @example
 * await getConversationalAutomation(client); // { prompts: ['Plan a trip'], commands: [] }
 */
export function getConversationalAutomation(
  client: Client,
  params: NumberTarget = {},
  options?: CallOptions,
): Promise<ConversationalAutomation | undefined> {
  return client.request(
    {
      method: 'GET',
      path: path`/${phoneNumberIdOf(client, params)}`,
      query: { fields: 'conversational_automation' },
      class: 'read',
      parse: (reply) =>
        shaped<{ conversational_automation?: ConversationalAutomation }>({
          conversational_automation: 'object?',
        })(reply).conversational_automation,
    },
    options,
  );
}
