import { UsageError } from '../../errors/usage-error.ts';
import {
  type ConversationalAutomation,
  validateConversationalAutomation,
} from '../../schemas/conversational-automation.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** Parameters of `updateConversationalAutomation`. */
export interface UpdateConversationalAutomationParams extends NumberTarget, ConversationalAutomation {}

/**
 * Sets the ice breakers and commands that customers see in an empty chat.
 *
 * Throws `UsageError` if an ice breaker or command breaks a limit.
 *
 * Source: Meta, "Conversational components".
 *
 * @example
 * await updateConversationalAutomation(client, {
 *   prompts: ['Where is my order?'],
 *   commands: [{ command_name: 'hours', command_description: 'When we are open' }],
 * });
 */
export async function updateConversationalAutomation(
  client: Client,
  { phoneNumberId, ...body }: UpdateConversationalAutomationParams,
  options?: CallOptions,
): Promise<void> {
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
