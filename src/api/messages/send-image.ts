import type { CaptionedMediaPayload } from '../../schemas/media-message.ts';
import type { CallOptions, Client } from '../../transport/transport.ts';
import { image } from '../../messages/image.ts';
import type { SendParams, SendResult } from './post-message.ts';
import { sendMessage } from './send-message.ts';

/** An image and its recipient. */
export type SendImageParams = SendParams & CaptionedMediaPayload;

/**
 * Sends an image, by the id of an upload or by a link. It needs an open customer service window. Throws as `sendMessage` does.
 *
 * Source: Meta, "Image messages".
 *
 * @example
 * await sendImage(client, { to: '+5511987654321', link: 'https://shop.example/a.jpg', caption: 'Blue, size M' }); // { wamid: 'wamid.…', … }
 */
export const sendImage = async (
  client: Client,
  { id, link, caption, ...rest }: SendImageParams,
  options?: CallOptions,
): Promise<SendResult> =>
  sendMessage(client, { ...rest, ...image({ id, link, caption } as CaptionedMediaPayload) }, options);
