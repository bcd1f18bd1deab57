import type { Wamid } from '../shared/ids.ts';

/**
 * Makes a message an answer that quotes another one. The bubble is not shown when that message was deleted or is older than about
 * 30 days.
 *
 * Source: Meta, "Contextual replies".
 *
 * @example
 * await sendText(client, { to: '+5511987654321', body: 'Yes, until 6 pm', ...replyTo(event.wamid) });
 */
export const replyTo = (wamid: Wamid): { readonly context: { readonly message_id: Wamid } } => ({
  context: { message_id: wamid },
});
