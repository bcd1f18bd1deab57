import type { TextPayload } from '../schemas/text-message.ts';
import { checkParams } from '../errors/check-params.ts';

/** The words of a text message. */
export interface TextParams {
  /** 1 to 4,096 characters. Longer texts can be cut with `splitText`. */
  readonly body: string;
  /** Whether WhatsApp shows a preview of the first link. Default: Meta's, no preview. */
  readonly previewUrl?: boolean | undefined;
}

/**
 * Builds the content of a text message.
 *
 * Source: Meta, "Text messages".
 *
 * @example
 * text({ body: 'On its way' }); // { type: 'text', text: { body: 'On its way' } }
 */
export function text(params: TextParams): { readonly type: 'text'; readonly text: TextPayload } {
  const { body, previewUrl } = checkParams('text', params, { body: true, previewUrl: false });
  return {
    type: 'text',
    text: { body, ...(previewUrl !== undefined && { preview_url: previewUrl }) },
  };
}
