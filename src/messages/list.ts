import type { ListPayload, ListSection } from '../schemas/interactive-list.ts';
import { checkParams } from '../errors/check-params.ts';

/** A message whose button opens a list. */
export interface ListParams {
  /** Up to 60 characters. */
  readonly header?: string | undefined;
  /** 1 to 4,096 characters. */
  readonly body: string;
  /** Up to 60 characters. */
  readonly footer?: string | undefined;
  /** The text of the button, up to 20 characters. */
  readonly button: string;
  /** Up to 10 sections with up to 10 rows in all. With several sections each needs a title. */
  readonly sections: readonly ListSection[];
}

/**
 * Builds the content of a message whose button opens a list of up to 10 rows; the picked row comes back with its id.
 *
 * Source: Meta, "Interactive list messages".
 *
 * @example
 * list({
 *   body: 'When shall we come?',
 *   button: 'Pick a time',
 *   sections: [{ rows: [{ id: 'am', title: 'Morning' }, { id: 'pm', title: 'Afternoon' }] }],
 * }).interactive.action.button; // 'Pick a time'
 */
export function list(params: ListParams): {
  readonly type: 'interactive';
  readonly interactive: ListPayload;
} {
  const { header, body, footer, button, sections } = checkParams('list', params, {
    body: true,
    button: true,
    sections: 'list',
    header: false,
    footer: false,
  });
  return {
    type: 'interactive',
    interactive: {
      type: 'list',
      ...(header !== undefined && { header: { type: 'text', text: header } }),
      body: { text: body },
      ...(footer !== undefined && { footer: { text: footer } }),
      action: { button, sections },
    },
  };
}
