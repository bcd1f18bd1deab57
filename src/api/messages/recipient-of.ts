import { usageError } from '../../errors/usage-error.ts';
import type { PhoneNumberId } from '../../shared/ids.ts';
import { toUserRecipient, type AnswerableEvent, type Recipient } from '../../shared/recipient.ts';

/** The recipient of an answer and the business number that sends it. Every `send…` operation takes it. */
export type EventRecipient = Recipient & {
  /** The id of the business number that the event belongs to. */
  readonly phoneNumberId: PhoneNumberId | undefined;
};

/**
 * Returns where an answer to an event goes: the group if the event belongs to one, otherwise the user by WhatsApp ID, or by
 * business-scoped user id if the user shows no number. `phoneNumberId` is the business number that the event belongs to.
 *
 * For a `status` this is the person or group that the message was sent to.
 *
 * Throws `UsageError` if the event names neither a user nor a group.
 *
 * @example
 * recipientOf(event); // { waId: '5511987654321', phoneNumberId: '106540352242922' }
 * await wa.messages.sendImage({ ...recipientOf(event), id: mediaId });
 */
export function recipientOf(event: AnswerableEvent): EventRecipient {
  const { phoneNumberId, groupId } = event;
  if (groupId !== undefined) return { group: groupId, phoneNumberId };
  const user = toUserRecipient(event);
  if (user === undefined)
    throw usageError('event', `of kind ${event.kind} names no user and no group to answer`);
  return { ...user, phoneNumberId };
}
