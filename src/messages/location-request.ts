import type { LocationRequestPayload } from '../schemas/interactive-buttons.ts';
import { checkParams } from '../errors/check-params.ts';

/**
 * Builds the content of a message that asks for the user's location; it comes as a location message that quotes this one.
 *
 * Source: Meta, "Location request messages".
 *
 * @example
 * locationRequest({ body: 'Where shall we deliver?' }).interactive.action.name; // 'send_location'
 */
export function locationRequest(params: {
  /** 1 to 1,024 characters. */
  readonly body: string;
}): { readonly type: 'interactive'; readonly interactive: LocationRequestPayload } {
  const { body } = checkParams('locationRequest', params, { body: true });
  return {
    type: 'interactive',
    interactive: {
      type: 'location_request_message',
      body: { text: body },
      action: { name: 'send_location' },
    },
  };
}
