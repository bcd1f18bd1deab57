import { usageError } from '../../errors/usage-error.ts';
import type { PhoneNumberId, Wamid } from '../../shared/ids.ts';
import { messageDocs } from '../../schemas/message-docs.ts';
import {
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
  type CallOptions,
  type Client,
} from '../../transport/transport.ts';

/** Parameters of `markAsRead`. */
export interface MarkAsReadParams {
  /** The id of a received message, at most 30 days old. Earlier messages of the chat are marked as read too. */
  readonly wamid: Wamid;
  /** `true` also shows that an answer is being typed, for 25 seconds or until it is sent. Default: `false`. */
  readonly typing?: boolean | undefined;
  /** The id of the number that received the message. Default: the client's. */
  readonly phoneNumberId?: PhoneNumberId | undefined;
}

/**
 * Marks a received message as read, which turns the user's ticks blue, and can show that an answer is being typed.
 *
 * Throws `UsageError` if `wamid` is empty.
 *
 * Source: Meta, "Mark messages as read" and "Typing indicators".
 *
 * @example
 * await markAsRead(client, { wamid: event.wamid, typing: true });
 */
export async function markAsRead(
  client: Client,
  { wamid, typing = false, phoneNumberId }: MarkAsReadParams,
  options?: CallOptions,
): Promise<void> {
  if (!wamid)
    throw usageError('wamid', 'is empty: give the id of the message that was read', {
      docs: messageDocs('read'),
    });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/messages`,
      idempotency: 'safe',
      body: jsonBody({
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: wamid,
        ...(typing && { typing_indicator: { type: 'text' } }),
      }),
      parse: parseSuccess,
    },
    options,
  );
}
