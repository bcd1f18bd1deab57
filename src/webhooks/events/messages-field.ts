import {
  type ChangeContext,
  type Emit,
  type UnknownEvent,
  type WireObject,
  isObject,
  emitLeftovers,
  listOf,
  unknownEvent,
} from './base.ts';
import { contactBook } from './contacts.ts';
import { type PlatformErrorEvent, errorEvent, isWireError } from './error.ts';
import { type IncomingMessageEvent, isWireMessage, messageEvent } from './message.ts';
import type { WireConversationContext } from './shared.ts';
import { type StatusEvent, isWireStatus, statusEvent } from './status.ts';

/** What may come under the field `messages`. */
export type MessagesFieldEvent = IncomingMessageEvent | StatusEvent | PlatformErrorEvent | UnknownEvent;

const knownKeys: ReadonlySet<string> = new Set([
  'messaging_product',
  'metadata',
  'contacts',
  'messages',
  'statuses',
  'errors',
  'conversation_context',
]);

const isConversationContext = (value: unknown): value is WireConversationContext => isObject(value);

/** Reads a change of the field `messages`: several of its lists may be filled at once. */
export function readMessagesField(
  value: WireObject,
  change: ChangeContext,
  emit: Emit<MessagesFieldEvent>,
): void {
  const contacts = contactBook(value['contacts']);
  const conversation = value['conversation_context'];
  const conversationContext = isConversationContext(conversation) ? conversation : undefined;
  for (const item of listOf(value['messages'])) {
    const event = isWireMessage(item)
      ? messageEvent(
          'message',
          item,
          change,
          contacts.find(item.from, item.from_user_id),
          conversationContext,
        )
      : undefined;
    emit(event ?? unknownEvent(item, change));
  }
  for (const item of listOf(value['statuses'])) {
    const event = isWireStatus(item)
      ? statusEvent(item, change, contacts.find(item.recipient_id, item.recipient_user_id))
      : undefined;
    emit(event ?? unknownEvent(item, change));
  }
  for (const item of listOf(value['errors']))
    emit(isWireError(item) ? errorEvent(item, change) : unknownEvent(item, change));
  for (const item of contacts.unused()) emit(unknownEvent({ contacts: [item] }, change));
  emitLeftovers(value, knownKeys, change, emit);
}
