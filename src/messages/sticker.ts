import { checkMedia } from './check-media.ts';
import type { MediaPayload } from '../schemas/media-message.ts';

/**
 * Builds the content of a message with a sticker, by the id of an upload or by a link: WebP, up to 100 KB, animated up to 500 KB.
 *
 * Source: Meta, "Sticker messages".
 *
 * @example
 * sticker({ id: '1037543291543636' }); // { type: 'sticker', sticker: { id: '1037543291543636' } }
 */
export const sticker = (
  sticker: MediaPayload,
): { readonly type: 'sticker'; readonly sticker: MediaPayload } => ({
  type: 'sticker',
  sticker: checkMedia('sticker', sticker),
});
