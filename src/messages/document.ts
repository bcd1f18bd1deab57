import { checkMedia } from './check-media.ts';
import type { DocumentPayload } from '../schemas/media-message.ts';

/**
 * Builds the content of a message with a document, by the id of an upload or by a link: up to 100 MB.
 *
 * Source: Meta, "Document messages".
 *
 * @example
 * document({ id: '1037543291543636', filename: 'boarding-pass.pdf' }); // { type: 'document', document: { id: '1037543291543636', filename: 'boarding-pass.pdf' } }
 */
export const document = (
  document: DocumentPayload,
): { readonly type: 'document'; readonly document: DocumentPayload } => ({
  type: 'document',
  document: checkMedia('document', document),
});
