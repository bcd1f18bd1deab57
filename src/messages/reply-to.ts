import { usageError } from '../errors/usage-error.ts';
import type { Wamid } from '../shared/ids.ts';

/**
 * Returns the field that makes a message quote another one. WhatsApp shows no quote if that message was deleted or is older than about 30
 * days.
 *
 * Throws `UsageError` without a message id.
 *
 * Source: Meta, "Contextual replies".
 *
 * @example
 * await sendText(client, { to: '+5511987654321', body: 'Yes, until 6 pm', ...replyTo(event.wamid) });
 */
export function replyTo(wamid: Wamid): { readonly context: { readonly message_id: Wamid } } {
  if (typeof wamid !== 'string') throw usageError('wamid', 'is missing; call replyTo(event.wamid)');
  return { context: { message_id: wamid } };
}
