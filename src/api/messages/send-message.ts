import { UsageError } from '../../errors/usage-error.ts';
import type { MessageContent } from '../../schemas/message.ts';
import type { CallOptions, Client } from '../../transport/transport.ts';
import { postMessage, toMessageBody, type SendParams, type SendResult } from './post-message.ts';
import { getTexts } from './get-texts.ts';
import { loadMessageCheck } from './check-message.ts';
import { toRecipientFields } from './recipient.ts';

/** A message of any kind and its recipient. Builders of `wabakit/messages` such as `replyButtons()` and `image()` make the content. */
export type SendMessageParams = SendParams & MessageContent;

/**
 * Sends a message of any kind. Fields, lengths and counts are checked first; then it is sent at most once.
 * Free-form messages need an open customer service window, templates do not.
 *
 * Throws `UsageError` with every problem before anything is sent, `ApiError` if WhatsApp refuses the message, `TransportError` if the
 * message did not reach WhatsApp, and `OutcomeUnknownError` if it may have been sent.
 *
 * Source: Meta, "Send messages".
 *
 * @example
 * const { wamid } = await sendMessage(client, {
 *   to: '+5511987654321',
 *   ...replyButtons({ body: 'Confirm?', buttons: [{ id: 'yes', title: 'Yes' }, { id: 'no', title: 'No' }] }),
 * });
 * wamid; // 'wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjc3…'
 */
export async function sendMessage(
  client: Client,
  params: SendMessageParams,
  options?: CallOptions,
): Promise<SendResult> {
  const { to, waId, recipient, group, phoneNumberId, ...message } = params;
  const address = toRecipientFields(
    { to, waId, recipient, group } as SendParams,
    client.config.defaultCountry,
  );
  const body = toMessageBody(address, message);
  const issues = (await loadMessageCheck())(body);
  if (issues.length > 0)
    throw new UsageError({
      summary: 'Nothing was sent: WhatsApp does not accept this message.',
      issues,
    });
  return postMessage(client, phoneNumberId, body, getTexts(message), options);
}
