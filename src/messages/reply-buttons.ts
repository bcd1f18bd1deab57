import type { ReplyButtonsPayload } from '../schemas/interactive-buttons.ts';
import { interactiveParts, type InteractiveParts } from './interactive-parts.ts';
import { checkParams } from '../errors/check-params.ts';

/** A message with reply buttons. */
export interface ReplyButtonsParams extends InteractiveParts {
  /** 1 to 3 buttons: an id of up to 256 characters, which comes back when it is tapped, and a title of up to 20. */
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
}

/**
 * Builds the content of a message with 1 to 3 reply buttons.
 *
 * Source: Meta, "Interactive reply buttons messages".
 *
 * @example
 * replyButtons({ body: 'Confirm?', buttons: [{ id: 'yes', title: 'Yes' }] }).interactive.action.buttons;
 * // [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }]
 */
export function replyButtons(params: ReplyButtonsParams): {
  readonly type: 'interactive';
  readonly interactive: ReplyButtonsPayload;
} {
  const { buttons, ...parts } = checkParams('replyButtons', params, {
    body: true,
    buttons: 'list',
    header: false,
    footer: false,
  });
  return {
    type: 'interactive',
    interactive: {
      type: 'button',
      ...interactiveParts(parts),
      action: { buttons: buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) },
    },
  };
}
