import { type EventBase, isObject, readId, readTime } from './base.ts';
import { readValue } from './readers.ts';
import type { RawConversationContext } from './shared.ts';
import { type UserIds, readUserIds } from './user.ts';

/** The previous and the new owner of a chat, and what the previous owner passes on. */
export interface RawControl {
  readonly previous_owner_role?: string | undefined;
  readonly new_owner_role?: string | undefined;
  readonly metadata?: string | undefined;
  readonly conversation_context?: RawConversationContext | undefined;
}

/** A handover as Meta sends it. */
export interface RawHandover {
  readonly type: 'control_passed' | 'control_taken' | (string & {});
  readonly timestamp?: string | number | undefined;
  readonly sender?:
    | {
        readonly phone_number?: string | undefined;
        readonly user_id?: string | undefined;
        readonly parent_user_id?: string | undefined;
      }
    | undefined;
  readonly recipient?:
    | { readonly phone_number_id?: string | undefined; readonly display_phone_number?: string | undefined }
    | undefined;
  readonly control_passed?: RawControl | undefined;
  readonly control_taken?: RawControl | undefined;
}

/**
 * The chat with a user has a new owner among the responders of the number.
 *
 * Source: Meta, "Conversation Routing".
 */
export interface HandoverEvent extends EventBase<'handover', RawHandover>, UserIds {
  readonly at: number | undefined;
  readonly type: RawHandover['type'];
  readonly previousOwnerRole: string | undefined;
  readonly newOwnerRole: string | undefined;
  readonly conversationContext: RawConversationContext | undefined;
}

/** The field `messaging_handovers`. */
export const handoverFields = {
  messaging_handovers: readValue<HandoverEvent>('handover', ['type'], (value, change) => {
    const { sender, recipient } = value;
    const control = value.control_passed ?? value.control_taken;
    const conversationContext = control?.conversation_context;
    return {
      at: readTime(value.timestamp) ?? change.entryAt,
      type: value.type,
      ...readUserIds(sender?.phone_number, sender?.user_id, sender?.parent_user_id),
      phoneNumberId: readId(recipient?.phone_number_id) ?? change.phoneNumberId,
      displayPhoneNumber: readId(recipient?.display_phone_number) ?? change.displayPhoneNumber,
      previousOwnerRole: control?.previous_owner_role,
      newOwnerRole: control?.new_owner_role,
      conversationContext: isObject(conversationContext) ? conversationContext : undefined,
    };
  }),
};
