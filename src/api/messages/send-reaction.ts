import type { CallOptions, Client } from '../../transport/transport.ts';
import { reaction, type ReactionParams } from '../../messages/reaction.ts';
import type { SendParams, SendResult } from './post-message.ts';
import { sendMessage } from './send-message.ts';

/** A reaction and its recipient. */
export type SendReactionParams = SendParams & ReactionParams;

/**
 * Reacts to a message with an emoji; an empty one takes the reaction back. Throws as `sendMessage` does.
 *
 * Source: Meta, "Reaction messages".
 *
 * @example
 * await sendReaction(client, { to: '+5511987654321', wamid: event.wamid, emoji: '👍' }); // { wamid: 'wamid.…', … }
 */
export const sendReaction = async (
  client: Client,
  { wamid, emoji, ...rest }: SendReactionParams,
  options?: CallOptions,
): Promise<SendResult> => sendMessage(client, { ...rest, ...reaction({ wamid, emoji }) }, options);
