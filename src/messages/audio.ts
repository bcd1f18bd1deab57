import { checkMedia } from './check-media.ts';
import type { AudioPayload } from '../schemas/media-message.ts';

/**
 * Builds the content of a message with an audio file or a voice note, by the id of an upload or by a link: AAC, AMR, MP3, MP4 or OGG, up to 16 MB; a voice note is OGG with Opus.
 *
 * Source: Meta, "Audio messages".
 *
 * @example
 * audio({ id: '1037543291543636', voice: true }); // { type: 'audio', audio: { id: '1037543291543636', voice: true } }
 */
export const audio = (audio: AudioPayload): { readonly type: 'audio'; readonly audio: AudioPayload } => ({
  type: 'audio',
  audio: checkMedia('audio', audio),
});
