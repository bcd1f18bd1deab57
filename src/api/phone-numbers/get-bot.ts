import type { ConversationalAutomation } from '../../schemas/conversational-automation.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';

/** A bot of an account: its ice breakers and commands. */
export interface Bot extends ConversationalAutomation {
  readonly id: string;
}

/**
 * Reads the bot of an account by its id.
 *
 * Source: Meta, "Bot Details API".
 *
 * @example
 * await getBot(client, { botId: '1234567890' }); // { id: '1234567890', prompts: ['Plan a trip'], commands: [] }
 */
export function getBot(
  client: Client,
  params: { readonly botId: string },
  options?: CallOptions,
): Promise<Bot> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${params.botId}`,
      query: { fields: 'id,prompts,commands' },
      idempotency: 'safe',
      parse: parseResponse<Bot>({ id: 'string' }),
    },
    options,
  );
}
