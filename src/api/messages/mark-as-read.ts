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

/** Which message was read. */
export interface MarkAsReadParams {
  /** The id of a received message, not older than 30 days; all before it count as read too. */
  readonly wamid: Wamid;
  /** Also shows that an answer is being typed: for 25 seconds or until it is sent. */
  readonly typing?: boolean | undefined;
  /** The number that received it, when it is not the client's. */
  readonly phoneNumberId?: PhoneNumberId | undefined;
}

/**
 * Marks a received message as read, which turns the user's ticks blue, and can show that an answer is being typed.
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
