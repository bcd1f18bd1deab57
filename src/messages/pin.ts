import type { Wamid } from '../shared/ids.ts';
import type { PinPayload } from '../schemas/pin-message.ts';
import { checkParams } from '../errors/check-params.ts';

/** Which message of a group to pin, and for how long. */
export interface PinParams {
  /** The id of a message in the group. */
  readonly wamid: Wamid;
  /** How many days the message stays pinned: 1 to 30. Default: none, the pin is removed. */
  readonly days?: number | undefined;
}

/**
 * Builds the content of a message that pins another one in a group, or takes the pin off. A group has up to 3 pins.
 *
 * Source: Meta, "Group messaging".
 *
 * @example
 * pin({ wamid: 'wamid.1', days: 7 }); // { type: 'pin', pin: { type: 'pin', message_id: 'wamid.1', expiration_days: 7 } }
 * pin({ wamid: 'wamid.1' }); // { type: 'pin', pin: { type: 'unpin', message_id: 'wamid.1' } }
 */
export function pin(params: PinParams): { readonly type: 'pin'; readonly pin: PinPayload } {
  const { wamid, days } = checkParams('pin', params, { wamid: true, days: false });
  return {
    type: 'pin',
    pin:
      days === undefined
        ? { type: 'unpin', message_id: wamid }
        : { type: 'pin', message_id: wamid, expiration_days: days },
  };
}
