import type { ConversationalAutomation } from '../../schemas/conversational-automation.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';

/** A bot of an account: its ice breakers and commands. */
export interface Bot extends ConversationalAutomation {
  readonly id: string;
}

/** Parameters of `getBot`. */
export interface GetBotParams {
  /** The id of the bot, as Meta shows it in the account. */
  readonly botId: string;
}

/**
 * Returns the bot of an account: its ice breakers and commands.
 *
 * Source: Meta, "Bot Details API".
 *
 * @example
 * await getBot(client, { botId: '1234567890' }); // { id: '1234567890', prompts: ['Plan a trip'], commands: [] }
 */
export async function getBot(client: Client, params: GetBotParams, options?: CallOptions): Promise<Bot> {
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
