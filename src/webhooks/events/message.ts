import type { Wamid } from '../../shared/ids.ts';
import { type ChangeContext, type EventBase, type WireObject, idOf, timeOf } from './base.ts';
import { contentOf, contentTypeOf } from './content-of.ts';
import type { IncomingContent } from './message-content.ts';
import type { ItemContext } from './readers.ts';
import type { WireConversationContext, WireError, WireMessageContext, WireReferral } from './shared.ts';
import type { AboutUser } from './user.ts';

/** A message as Meta sends it: these fields, and the object named by `type`. */
export interface WireMessage {
  readonly id: string;
  /** Seconds since 1970, as text or as a number. */
  readonly timestamp: string | number;
  readonly type: string;
  readonly from?: string | undefined;
  readonly from_user_id?: string | undefined;
  readonly from_parent_user_id?: string | undefined;
  readonly from_logical_id?: string | undefined;
  readonly group_id?: string | undefined;
  readonly context?: WireMessageContext | undefined;
  readonly referral?: WireReferral | undefined;
  readonly identity?: WireObject | undefined;
  readonly errors?: readonly WireError[] | undefined;
  readonly [key: string]: unknown;
}

/** What every message carries, whatever its type. */
export interface MessageBase<Kind extends string> extends EventBase<Kind, WireMessage>, AboutUser {
  readonly wamid: Wamid;
  /** When it was sent. */
  readonly at: number;
  /** The group that it was sent to. */
  readonly groupId: string | undefined;
  /** What it answers, forwards or asks about. */
  readonly context: WireMessageContext | undefined;
  /** The ad or post that the chat began at. */
  readonly referral: WireReferral | undefined;
  /** Why the API cannot show it. */
  readonly errors: readonly WireError[] | undefined;
  /** What went before, where another responder handled the chat until now. */
  readonly conversationContext: WireConversationContext | undefined;
}

/**
 * A message from a user, told apart by `type`. Its content stands under the name of the type, in Meta's spelling: `event.text.body`.
 *
 * Source: Meta, "messages webhook reference".
 */
export type IncomingMessageEvent = MessageBase<'message'> & IncomingContent;

/** A message in a chat that another responder handles: know of it, and do not answer (Conversation Routing). */
export type StandbyMessageEvent = MessageBase<'standbyMessage'> & IncomingContent;

const isWireMessage = (item: WireObject): item is WireMessage & WireObject =>
  typeof item['id'] === 'string' && typeof item['type'] === 'string';

/** A builder for messages of one kind; `side` says which side of the message is the user's. */
export const messageEvent =
  <Kind extends string>(kind: Kind, side: 'from' | 'to' = 'from') =>
  (
    item: WireObject,
    change: ChangeContext,
    { contacts, conversationContext }: ItemContext,
  ): (MessageBase<Kind> & IncomingContent) | undefined => {
    const at = timeOf(item['timestamp']);
    if (at === undefined || !isWireMessage(item)) return undefined;
    const waId = idOf(item[side]);
    const bsuid = idOf(side === 'from' ? item.from_user_id : item['to_user_id']);
    const contact = contacts.find(waId, bsuid);
    const parent = side === 'from' ? item.from_parent_user_id : item['to_parent_user_id'];
    const type = contentTypeOf(item);
    const event: MessageBase<Kind> & { type: string; [content: string]: unknown } = {
      kind,
      type,
      wamid: item.id,
      at,
      waId: waId ?? idOf(contact?.wa_id),
      bsuid: bsuid ?? idOf(contact?.user_id),
      parentBsuid: idOf(parent ?? contact?.parent_user_id),
      groupId: idOf(item.group_id),
      field: change.field,
      wabaId: change.wabaId,
      phoneNumberId: change.phoneNumberId,
      displayPhoneNumber: change.displayPhoneNumber,
      contact,
      context: item.context,
      referral: item.referral,
      errors: item.errors,
      conversationContext: conversationContext(),
      wire: item,
    };
    if (type !== 'unknown') event[type] = contentOf(item, type);
    return event as MessageBase<Kind> & IncomingContent;
  };
