import { UsageError } from '../../errors/usage-error.ts';
import {
  type ConversationalAutomation,
  validateConversationalAutomation,
} from '../../schemas/conversational-automation.ts';
import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** The new ice breakers and commands. */
export interface UpdateConversationalAutomationParams extends NumberTarget, ConversationalAutomation {}

/**
 * Sets the ice breakers and commands that greet customers in an empty chat.
 *
 * Source: Meta, "Conversational components".
 *
 * @example
 * await updateConversationalAutomation(client, {
 *   prompts: ['Where is my order?'],
 *   commands: [{ command_name: 'hours', command_description: 'When we are open' }],
 * }); // { success: true }
 */
export function updateConversationalAutomation(
  client: Client,
  { phoneNumberId, ...body }: UpdateConversationalAutomationParams,
  options?: CallOptions,
): Promise<Success> {
  const issues = validateConversationalAutomation(body);
  if (issues.length > 0)
    throw new UsageError({ summary: 'The ice breakers or commands break a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/conversational_automation`,
      body: jsonBody(body),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
