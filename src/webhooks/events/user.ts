import type { Bsuid, WaId } from '../../shared/ids.ts';
import type { Recipient } from '../../shared/recipient.ts';
import type { RawContact } from './shared.ts';

/** The user that an event is about. A user may show a number, a business-scoped id, or both. */
export interface UserIds {
  /** The user's WhatsApp ID: the number as digits without `+`. `undefined` if the user shows only a user name. */
  readonly waId: WaId | undefined;
  /** The user's business-scoped id. It may change: see the event `userIdChange`. */
  readonly bsuid: Bsuid | undefined;
  /** The same across the numbers of a business portfolio's partner. */
  readonly parentBsuid: Bsuid | undefined;
}

/** An event about a user. */
export interface AboutUser extends UserIds {
  /** Who the user is: profile name, user name. */
  readonly contact: RawContact | undefined;
}

/** An event that a user caused. */
export interface FromUser extends AboutUser {
  /**
   * The user as a recipient: by WhatsApp ID, or by business-scoped user id if the user shows no number. Every `send…` operation takes it.
   * To answer in the group and from the right business number, use `reply` or `recipientOf`.
   *
   * @example
   * await wa.messages.sendTemplate({ ...event.sender, name: 'order_update', language: 'en' });
   */
  readonly sender: Recipient;
}
