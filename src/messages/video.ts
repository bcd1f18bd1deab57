import { checkMedia } from './check-media.ts';
import type { CaptionedMediaPayload } from '../schemas/media-message.ts';

/**
 * Builds the content of a message with a video, by the id of an upload or by a link: MP4 (H.264, AAC) or 3GPP, up to 16 MB.
 *
 * Source: Meta, "Video messages".
 *
 * @example
 * video({ id: '1037543291543636', caption: 'How to open it' }); // { type: 'video', video: { id: '1037543291543636', caption: 'How to open it' } }
 */
export const video = (
  video: CaptionedMediaPayload,
): { readonly type: 'video'; readonly video: CaptionedMediaPayload } => ({
  type: 'video',
  video: checkMedia('video', video),
});
