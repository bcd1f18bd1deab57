import type { Bsuid, WaId } from '../../shared/ids.ts';
import type { Recipient } from '../../shared/recipient.ts';
import { type RawObject, readId } from './base.ts';
import type { ContactBook } from './contacts.ts';
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
  let waId: string | undefined;
  let bsuid = readId(userId);
  let parentBsuid = readId(parentId);
  for (let turn = 0; turn < 2; turn += 1) {
    const id = readId(turn === 0 ? number : contact?.wa_id);
    if (id?.[2] !== '.') waId ??= id;
    else if (id.startsWith('ENT.', 3)) parentBsuid ??= id;
    else bsuid ??= id;
  }
  return {
    waId,
    bsuid: bsuid ?? readId(contact?.user_id),
    parentBsuid: parentBsuid ?? readId(contact?.parent_user_id),
  };
}

/** Reads who an item is about: by its own ids, and by the contact that belongs to them. */
export function readUser(
  contacts: ContactBook,
  number: unknown,
  userId: unknown,
  parentId?: unknown,
): AboutUser {
  const contact = contacts.find(number, userId);
  return { ...readUserIds(number, userId, parentId, contact), contact };
}

const partyKeys = {
  from: ['from', 'from_user_id', 'from_parent_user_id'],
  to: ['to', 'to_user_id', 'to_parent_user_id'],
} as const;

/** Reads who the `from` or `to` side of a message or call is. */
export function readParty(item: RawObject, side: 'from' | 'to', contacts: ContactBook): AboutUser {
  const [number, userId, parentId] = partyKeys[side];
  return readUser(contacts, item[number], item[userId], item[parentId]);
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
