import type { LocationRequestPayload } from '../schemas/interactive-buttons.ts';

/**
 * Builds the content of a message that asks for the user's location; it comes as a location message that quotes this one.
 *
 * Source: Meta, "Location request messages".
 *
 * @example
 * locationRequest({ body: 'Where shall we deliver?' }).interactive.action.name; // 'send_location'
 */
export const locationRequest = ({
  body,
}: {
  /** 1 to 1,024 characters. */
  readonly body: string;
}): { readonly type: 'interactive'; readonly interactive: LocationRequestPayload } => ({
  type: 'interactive',
  interactive: { type: 'location_request_message', body: { text: body }, action: { name: 'send_location' } },
});
