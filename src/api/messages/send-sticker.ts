import type { MediaPayload } from '../../schemas/media-message.ts';
import type { CallOptions, Client } from '../../transport/transport.ts';
import { sticker } from '../../messages/sticker.ts';
import type { SendParams, SendResult } from './post-message.ts';
import { sendMessage } from './send-message.ts';

/** A sticker and its recipient. */
export type SendStickerParams = SendParams & MediaPayload;

/**
 * Sends a sticker, by the id of an upload or by a link. It needs an open customer service window. Throws as `sendMessage` does.
 *
 * Source: Meta, "Sticker messages".
 *
 * @example
 * await sendSticker(client, { to: '+5511987654321', id: '1037543291543636' }); // { wamid: 'wamid.…', … }
 */
export const sendSticker = async (
  client: Client,
  { id, link, ...rest }: SendStickerParams,
  options?: CallOptions,
): Promise<SendResult> => sendMessage(client, { ...rest, ...sticker({ id, link } as MediaPayload) }, options);
