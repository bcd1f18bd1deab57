import { type Bsuid, type WaId, isBsuid } from '../../shared/ids.ts';
import type { Recipient } from '../../shared/recipient.ts';
import { readId } from './base.ts';
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

/**
 * Reads the ids of a user from an item and from its contact. Some senders put a business-scoped id where the number belongs: it is known by its
 * form, so that `waId` is a number or `undefined`.
 */
export function readUserIds(
  number: unknown,
  userId: unknown,
  parentId?: unknown,
  contact?: RawContact,
): UserIds {
  const named = readId(number);
  const shown = readId(contact?.wa_id);
  const misplaced = named !== undefined && isBsuid(named) ? named : undefined;
  const parent = misplaced?.startsWith('ENT.', 3) ? misplaced : undefined;
  const waId = misplaced === undefined && named !== undefined ? named : shown;
  return {
    waId: waId !== undefined && isBsuid(waId) ? undefined : waId,
    bsuid: readId(userId) ?? (parent ? undefined : misplaced) ?? readId(contact?.user_id),
    parentBsuid: readId(parentId) ?? parent ?? readId(contact?.parent_user_id),
  };
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
