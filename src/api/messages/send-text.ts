import { usageError } from '../../errors/usage-error.ts';
import { textLimits } from '../../schemas/limits.ts';
import { docsRoot } from '../../shared/meta.ts';
import type { MessageEnvelope } from '../../schemas/message.ts';
import type { CallOptions, Client } from '../../transport/transport.ts';
import type { TextParams } from '../../messages/text.ts';
import { postMessage, toMessageBody, type SendParams, type SendResult } from './post-message.ts';
import { toRecipientFields } from './recipient.ts';

// The schemas are not used, so that a bundle which sends one text stays small. Typed by the envelope, so that the compiler names a
// parameter that is missing here.
const envelope: Readonly<Record<keyof MessageEnvelope, true>> = {
  context: true,
  category: true,
  callbackData: true,
  recipientIdentityKeyHash: true,
  messagingAccountId: true,
  ttlSeconds: true,
  directSendConfig: true,
};

/** A text and its recipient. */
export type SendTextParams = SendParams & TextParams;

/**
 * Sends a text. It needs an open customer service window; outside of it, send a template.
 *
 * Throws as `sendMessage` does.
 *
 * Source: Meta, "Text messages".
 *
 * @example
 * const { wamid } = await sendText(client, { to: '+5511987654321', body: 'On its way' });
 * wamid; // 'wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjc3…'
 */
export async function sendText(
  client: Client,
  params: SendTextParams,
  options?: CallOptions,
): Promise<SendResult> {
  const { to, waId, recipient, group, phoneNumberId, body, previewUrl, ...rest } = params;
  const docs = `${docsRoot}/messages/text-messages`;
  const wrong = Object.keys(rest).find((name) => !Object.hasOwn(envelope, name));
  if (wrong !== undefined) {
    const advice = wrong === 'preview_url' ? 'previewUrl' : 'body';
    throw usageError(wrong, `is not a parameter of sendText; did you mean ${advice}?`, { docs });
  }
  const size = typeof body === 'string' ? [...body].length : 0;
  if (size < 1 || size > textLimits.body || !body.trim()) {
    const limit = textLimits.body;
    const problem = !size
      ? body === ''
        ? 'is empty'
        : 'is not a text'
      : size > limit
        ? `has ${size} characters`
        : 'has blanks only';
    throw usageError(
      'body',
      `${problem}; 1 to ${limit} characters are allowed, splitText cuts longer texts`,
      {
        limit,
        docs,
      },
    );
  }
  const address = toRecipientFields(
    { to, waId, recipient, group } as SendParams,
    client.config.defaultCountry,
  );
  return postMessage(
    client,
    phoneNumberId,
    toMessageBody(address, {
      ...rest,
      type: 'text',
      text: { body, preview_url: previewUrl },
    }),
    [body],
    options,
  );
}
