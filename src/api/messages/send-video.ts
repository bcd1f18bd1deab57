import type { CaptionedMediaPayload } from '../../schemas/media-message.ts';
import type { CallOptions, Client } from '../../transport/transport.ts';
import { video } from '../../messages/video.ts';
import type { SendParams, SendResult } from './post-message.ts';
import { sendMessage } from './send-message.ts';

/** A video and its recipient. */
export type SendVideoParams = SendParams & CaptionedMediaPayload;

/**
 * Sends a video, by the id of an upload or by a link. It needs an open customer service window. Throws as `sendMessage` does.
 *
 * Source: Meta, "Video messages".
 *
 * @example
 * await sendVideo(client, { to: '+5511987654321', id: '1037543291543636', caption: 'How to open it' }); // { wamid: 'wamid.…', … }
 */
export const sendVideo = async (
  client: Client,
  { id, link, caption, ...rest }: SendVideoParams,
  options?: CallOptions,
): Promise<SendResult> =>
  sendMessage(client, { ...rest, ...video({ id, link, caption } as CaptionedMediaPayload) }, options);
