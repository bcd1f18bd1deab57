import type { Bsuid, WaId, Wamid } from '../../ids.ts';
import { type ChangeContext, type EventBase, type WireObject, idOf, isObject, timeOf } from './base.ts';
import { contentTypeOf } from './content-of.ts';
import type { IncomingContent } from './message-content.ts';
import type {
  WireContact,
  WireConversationContext,
  WireError,
  WireMessageContext,
  WireReferral,
} from './shared.ts';

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
export interface MessageBase<Kind extends string> extends EventBase<Kind, WireMessage> {
  readonly wamid: Wamid;
  /** When it was sent. */
  readonly at: number;
  /** The user's number; `undefined` for users who show a user name only. */
  readonly waId: WaId | undefined;
  /** The user's business-scoped id. */
  readonly bsuid: Bsuid | undefined;
  readonly parentBsuid: Bsuid | undefined;
  /** The group that it was sent to. */
  readonly groupId: string | undefined;
  /** Who the user is: profile name, user name. */
  readonly contact: WireContact | undefined;
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

/** Says whether an item has what every message has. */
export const isWireMessage = (item: unknown): item is WireMessage =>
  isObject(item) && typeof item['id'] === 'string' && typeof item['type'] === 'string';

/** Builds the event of one message; nothing where it has no time. */
export function messageEvent<Kind extends string>(
  kind: Kind,
  wire: WireMessage,
  change: ChangeContext,
  contact: WireContact | undefined,
  conversationContext: WireConversationContext | undefined,
): (MessageBase<Kind> & IncomingContent) | undefined {
  const at = timeOf(wire.timestamp);
  if (at === undefined) return undefined;
  const type = contentTypeOf(wire);
  const event: MessageBase<Kind> & { type: string; [content: string]: unknown } = {
    kind,
    type,
    wamid: wire.id,
    at,
    waId: idOf(wire.from) ?? idOf(contact?.wa_id),
    bsuid: wire.from_user_id ?? contact?.user_id,
    parentBsuid: wire.from_parent_user_id ?? contact?.parent_user_id,
    groupId: wire.group_id,
    field: change.field,
    wabaId: change.wabaId,
    phoneNumberId: change.phoneNumberId,
    displayPhoneNumber: change.displayPhoneNumber,
    contact,
    context: wire.context,
    referral: wire.referral,
    errors: wire.errors,
    conversationContext,
    wire,
  };
  if (type !== 'unknown') event[type] = wire[type];
  return event as MessageBase<Kind> & IncomingContent;
}
