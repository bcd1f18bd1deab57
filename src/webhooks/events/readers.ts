import {
  type ChangeContext,
  type Emit,
  type UnknownEvent,
  type WireObject,
  isObject,
  unknownEvent,
} from './base.ts';
import { type ContactBook, contactBook } from './contacts.ts';
import type { WireConversationContext } from './shared.ts';

/** Reads the value of a change into events. */
export type FieldReader<Event> = (
  value: WireObject,
  change: ChangeContext,
  emit: Emit<Event | UnknownEvent>,
) => void;

/** What the items of one change share. */
export interface ItemContext {
  readonly contacts: ContactBook;
  readonly conversationContext: WireConversationContext | undefined;
  /** The value that the items stand in. */
  readonly value: WireObject;
}

/** Builds the event of one item, or nothing where it is not what Meta documents. */
export type ItemBuilder<Event> = (
  item: WireObject,
  change: ChangeContext,
  context: ItemContext,
) => Event | undefined;

const sharedKeys: ReadonlySet<string> = new Set([
  'messaging_product',
  'metadata',
  'contacts',
  'conversation_context',
]);

/** A reader for values that hold lists of items, by the names of the lists. Whatever else the value holds becomes unknown events. */
export function readLists<Event>(builders: Readonly<Record<string, ItemBuilder<Event>>>): FieldReader<Event> {
  const builderOf: ReadonlyMap<string, ItemBuilder<Event>> = new Map(Object.entries(builders));
  return (value, change, emit) => {
    const contacts = contactBook(value['contacts']);
    const conversation = value['conversation_context'];
    const conversationContext: WireConversationContext | undefined = isObject(conversation)
      ? conversation
      : undefined;
    const context: ItemContext = { contacts, conversationContext, value };
    for (const key in value) {
      const build = builderOf.get(key);
      const list = value[key];
      if (build !== undefined && Array.isArray(list)) {
        for (const item of list as unknown[])
          emit((isObject(item) ? build(item, change, context) : undefined) ?? unknownEvent(item, change));
      } else if (!sharedKeys.has(key)) {
        emit(unknownEvent({ [key]: list }, change));
      }
    }
    for (const contact of contacts.unused()) emit(unknownEvent({ contacts: [contact] }, change));
  };
}

/** A reader for values that are one event each. */
export const readValue =
  <Event>(build: (value: WireObject, change: ChangeContext) => Event | undefined): FieldReader<Event> =>
  (value, change, emit) => {
    emit(build(value, change) ?? unknownEvent(value, change));
  };
