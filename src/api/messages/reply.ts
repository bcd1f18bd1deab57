import { usageError } from '../../errors/usage-error.ts';
import { replyTo } from '../../messages/reply-to.ts';
import type { MessageContent, MessageEnvelope } from '../../schemas/message.ts';
import type { AnswerableEvent } from '../../shared/recipient.ts';
import type { CallOptions, Client } from '../../transport/transport.ts';
import type { SendResult } from './post-message.ts';
import { recipientOf } from './recipient-of.ts';
import { sendMessage } from './send-message.ts';
import { sendText } from './send-text.ts';

/** What `reply` sends: a text of 1 to 4,096 characters, or the result of a builder of `wabakit/messages` such as `image()`. */
export type ReplyContent = string | (MessageContent & MessageEnvelope);

/** Options of `reply`. */
export interface ReplyOptions extends CallOptions {
  /** `true` quotes the message of the event above the answer, which helps in a group or after a delay. Default `false`. */
  readonly quote?: boolean | undefined;
}

/**
 * Answers an event: to the group or the user that {@link recipientOf} finds, from the business number that the event belongs to.
 * Free-form content needs an open customer service window.
 *
 * Rejects as `sendMessage` does, and with `UsageError` if the event names neither a user nor a group, or if `quote` is `true` and the
 * event carries no message.
 *
 * @param content A text, or the result of a builder of `wabakit/messages`.
 *
 * @example
 * await reply(client, event, 'On its way');
 * await reply(client, event, image({ id: mediaId }), { quote: true }); // { wamid: 'wamid.HBgNNTUx…', … }
 */
export async function reply(
  client: Client,
  event: AnswerableEvent,
  content: ReplyContent,
  { quote = false, ...options }: ReplyOptions = {},
): Promise<SendResult> {
  const to = recipientOf(event);
  if (quote && event.wamid === undefined)
    throw usageError('quote', `needs an event with a message; this one is of kind ${event.kind}`);
  const envelope = quote && event.wamid !== undefined ? replyTo(event.wamid) : {};
  return typeof content === 'string'
    ? sendText(client, { ...to, body: content, ...envelope }, options)
    : sendMessage(client, { ...to, ...content, ...envelope }, options);
}
