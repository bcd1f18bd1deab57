import {
  type ChangeContext,
  type EventBase,
  type WireObject,
  idOf,
  isObject,
  placeOf,
  timeOf,
} from './base.ts';
import { readValue } from './readers.ts';
import type { WireConversationContext } from './shared.ts';
import type { UserIds } from './user.ts';

/** What is handed over, and to whom. */
export interface WireControl {
  readonly previous_owner_role?: string | undefined;
  readonly new_owner_role?: string | undefined;
  readonly metadata?: string | undefined;
  readonly conversation_context?: WireConversationContext | undefined;
}

/** A handover as Meta sends it. */
export interface WireHandover {
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
  readonly control_passed?: WireControl | undefined;
  readonly control_taken?: WireControl | undefined;
}

/**
 * The chat with a user has a new owner among the responders of the number.
 *
 * Source: Meta, "Conversation Routing".
 */
export interface HandoverEvent extends EventBase<'handover', WireHandover>, UserIds {
  readonly at: number | undefined;
  readonly type: WireHandover['type'];
  readonly previousOwnerRole: string | undefined;
  readonly newOwnerRole: string | undefined;
  readonly conversationContext: WireConversationContext | undefined;
}

const isHandover = (value: WireObject): value is WireHandover & WireObject =>
  typeof value['type'] === 'string';

function handover(value: WireObject, change: ChangeContext): HandoverEvent | undefined {
  if (!isHandover(value)) return undefined;
  const control = value.control_passed ?? value.control_taken;
  const { sender, recipient } = value;
  return {
    ...placeOf(change),
    kind: 'handover',
    at: timeOf(value.timestamp),
    type: value.type,
    waId: idOf(sender?.phone_number),
    bsuid: idOf(sender?.user_id),
    parentBsuid: idOf(sender?.parent_user_id),
    phoneNumberId: idOf(recipient?.phone_number_id) ?? change.phoneNumberId,
    displayPhoneNumber: idOf(recipient?.display_phone_number) ?? change.displayPhoneNumber,
    previousOwnerRole: control?.previous_owner_role,
    newOwnerRole: control?.new_owner_role,
    conversationContext: isObject(control?.conversation_context) ? control.conversation_context : undefined,
    wire: value,
  };
}

/** The field `messaging_handovers`. */
export const handoverFields = { messaging_handovers: readValue(handover) };
