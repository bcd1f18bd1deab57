import type { ContactRequestPayload } from '../schemas/interactive-buttons.ts';
import { checkParams } from '../errors/check-params.ts';

/**
 * Builds the content of a message that asks for the user's phone number, for users who are known by a user id only. It comes as a
 * contacts message with `origin: contact_request`.
 *
 * Source: Meta, "Business-scoped user IDs" and its changelog of 28 May 2026.
 *
 * @example
 * contactRequest({ body: 'May we have your number for the courier?' }).interactive.type; // 'request_contact_info'
 */
export function contactRequest(params: {
  /** 1 to 1,024 characters. */
  readonly body: string;
}): { readonly type: 'interactive'; readonly interactive: ContactRequestPayload } {
  const { body } = checkParams('contactRequest', params, { body: true });
  return {
    type: 'interactive',
    interactive: {
      type: 'request_contact_info',
      body: { text: body },
      action: { name: 'request_contact_info' },
    },
  };
}
