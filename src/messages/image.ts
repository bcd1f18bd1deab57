import { checkMedia } from './check-media.ts';
import type { CaptionedMediaPayload } from '../schemas/media-message.ts';

/**
 * Builds the content of a message with an image, by the id of an upload or by a link: JPEG or PNG, up to 5 MB.
 *
 * Source: Meta, "Image messages".
 *
 * @example
 * image({ link: 'https://shop.example/a.jpg', caption: 'Blue, size M' }); // { type: 'image', image: { link: 'https://shop.example/a.jpg', caption: 'Blue, size M' } }
 */
export const image = (
  image: CaptionedMediaPayload,
): { readonly type: 'image'; readonly image: CaptionedMediaPayload } => ({
  type: 'image',
  image: checkMedia('image', image),
});
