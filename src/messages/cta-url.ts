import type { CtaUrlPayload } from '../schemas/interactive-buttons.ts';
import { interactiveParts, type InteractiveParts } from './interactive-parts.ts';
import { checkParams } from '../errors/check-params.ts';

/** A message with a button that opens a link. */
export interface CtaUrlParams extends InteractiveParts {
  /** The text of the button, up to 20 characters. */
  readonly displayText: string;
  /** Where the button leads: an address with `https://` or `http://`. */
  readonly url: string;
}

/**
 * Builds the content of a message with a button that opens a link, so that a long address need not be shown.
 *
 * Source: Meta, "Interactive call-to-action URL button messages".
 *
 * @example
 * ctaUrl({ body: 'Your parcel is on its way.', displayText: 'Track', url: 'https://shop.example/t/17' }).interactive.type; // 'cta_url'
 */
export function ctaUrl(params: CtaUrlParams): {
  readonly type: 'interactive';
  readonly interactive: CtaUrlPayload;
} {
  const { displayText, url, ...parts } = checkParams('ctaUrl', params, {
    body: true,
    displayText: true,
    url: true,
    header: false,
    footer: false,
  });
  return {
    type: 'interactive',
    interactive: {
      type: 'cta_url',
      ...interactiveParts(parts),
      action: { name: 'cta_url', parameters: { display_text: displayText, url } },
    },
  };
}
