import type { Wamid } from '../../shared/ids.ts';
import { toUserRecipient } from '../../shared/recipient.ts';
import { type ChangeContext, type EventBase, type RawObject, readId, readTime, withText } from './base.ts';
import { readContent, readContentType } from './read-content.ts';
import type { IncomingContent } from './message-content.ts';
import type { ItemContext } from './readers.ts';
import type { RawConversationContext, RawError, RawMessageContext, RawReferral } from './shared.ts';
import { type AboutUser, type FromUser, readParty } from './user.ts';

/** A message as Meta sends it: these fields, and the object named by `type`. */
export interface RawMessage {
  readonly id: string;
  /** Seconds since 1970, as text or as a number. */
  readonly timestamp: string | number;
  readonly type: string;
  readonly from?: string | undefined;
  readonly from_user_id?: string | undefined;
  readonly from_parent_user_id?: string | undefined;
  readonly from_logical_id?: string | undefined;
  readonly group_id?: string | undefined;
  readonly context?: RawMessageContext | undefined;
  readonly referral?: RawReferral | undefined;
  readonly identity?: RawObject | undefined;
  readonly errors?: readonly RawError[] | undefined;
  readonly [key: string]: unknown;
}

/** What every message carries, whatever its type. */
export interface MessageBase<Kind extends string> extends EventBase<Kind, RawMessage>, AboutUser {
  readonly wamid: Wamid;
  /** When it was sent. */
  readonly at: number;
  /** The group that it was sent to. */
  readonly groupId: string | undefined;
  /** What it answers, forwards or asks about. */
  readonly context: RawMessageContext | undefined;
  /** The ad or post that the chat began at. */
  readonly referral: RawReferral | undefined;
  /** Why the API cannot show it. */
  readonly errors: readonly RawError[] | undefined;
  /** What went before, where another responder handled the chat until now. */
  readonly conversationContext: RawConversationContext | undefined;
}

/**
 * A message from a user. `type` discriminates the union; the content has the name of the type and Meta's spelling: `event.text.body`.
 *
 * Source: Meta, "messages webhook reference".
 */
export type IncomingMessageEvent = MessageBase<'message'> & FromUser & IncomingContent;

/** A message in a chat that another responder handles. Do not answer it (Conversation Routing). */
export type StandbyMessageEvent = MessageBase<'standbyMessage'> & FromUser & IncomingContent;

const isRawMessage = withText<RawMessage>('id', 'type');

/** A builder for messages of one kind; `side` says which side of the message is the user's. */
export const messageEvent =
  <Kind extends string>(kind: Kind, side: 'from' | 'to' = 'from') =>
  (
    item: RawObject,
    change: ChangeContext,
    { contacts, conversationContext }: ItemContext,
  ): (MessageBase<Kind> & IncomingContent) | undefined => {
    const at = readTime(item['timestamp']);
    if (at === undefined || !isRawMessage(item)) return undefined;
    const { waId, bsuid, parentBsuid, contact } = readParty(item, side, contacts);
    const type = readContentType(item);
    const event: MessageBase<Kind> & { type: string; [content: string]: unknown } = {
      kind,
      type,
      wamid: item.id,
      at,
      waId,
      bsuid,
      parentBsuid,
      groupId: readId(item.group_id),
      field: change.field,
      wabaId: change.wabaId,
      phoneNumberId: change.phoneNumberId,
      displayPhoneNumber: change.displayPhoneNumber,
      contact,
      context: item.context,
      referral: item.referral,
      errors: item.errors,
      conversationContext: conversationContext(),
      raw: item,
    };
    if (type !== 'unknown') event[type] = readContent(item, type);
    return event as MessageBase<Kind> & IncomingContent;
  };

/** Returns a reader for messages from users. One that names no user is left to the kind `unknown`. */
export const incomingMessage = <Kind extends 'message' | 'standbyMessage'>(kind: Kind) => {
  const read = messageEvent(kind);
  return (item: RawObject, change: ChangeContext, context: ItemContext) => {
    // Before the message is read: reading takes the contact and the context out of what is left over.
    if (readId(item['from']) === undefined && readId(item['from_user_id']) === undefined) return undefined;
    const event = read(item, change, context);
    const sender = event && toUserRecipient(event);
    return sender && Object.assign(event, { sender });
  };
};
