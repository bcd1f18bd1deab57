import type { AudioPayload } from '../../schemas/media-message.ts';
import type { CallOptions, Client } from '../../transport/transport.ts';
import { audio } from '../../messages/audio.ts';
import type { SendParams, SendResult } from './post-message.ts';
import { sendMessage } from './send-message.ts';

/** An audio file or a voice note, and its recipient. */
export type SendAudioParams = SendParams & AudioPayload;

/**
 * Sends an audio file or a voice note, by the id of an upload or by a link. It needs an open customer service window. Throws as `sendMessage` does.
 *
 * Source: Meta, "Audio messages".
 *
 * @example
 * await sendAudio(client, { to: '+5511987654321', id: '1037543291543636', voice: true }); // { wamid: 'wamid.…', … }
 */
export const sendAudio = async (
  client: Client,
  { id, link, voice, ...rest }: SendAudioParams,
  options?: CallOptions,
): Promise<SendResult> =>
  sendMessage(client, { ...rest, ...audio({ id, link, voice } as AudioPayload) }, options);
