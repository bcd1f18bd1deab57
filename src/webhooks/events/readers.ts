import {
  type ChangeContext,
  type Emit,
  type UnknownEvent,
  type UsedKeys,
  type RawObject,
  isObject,
  unknownEvent,
} from './base.ts';
import { type ContactBook, contactBook } from './contacts.ts';
import type { RawConversationContext } from './shared.ts';

/** Reads the value of a change into events. */
export type FieldReader<Event> = (
  value: RawObject,
  change: ChangeContext,
  emit: Emit<Event | UnknownEvent>,
) => void;

/** What the items of one change share. */
export interface ItemContext {
  readonly contacts: ContactBook;
  /** Tells what went before, to the items that are about a chat. */
  readonly conversationContext: () => RawConversationContext | undefined;
  /** The value that the items stand in. */
  readonly value: RawObject;
}

/** Builds the event of one item, or nothing where it is not what Meta documents. */
export type ItemBuilder<Event> = (
  item: RawObject,
  change: ChangeContext,
  context: ItemContext,
) => Event | undefined;

const sharedKeys: UsedKeys = new Map([
  ['messaging_product', (product: unknown): boolean => product === 'whatsapp'],
  ['metadata', isObject],
  ['contacts', Array.isArray],
  ['conversation_context', isObject],
]);

/** A reader for values that hold lists of items, by the names of the lists. Whatever else the value holds becomes unknown events. */
export function readLists<Event>(builders: Readonly<Record<string, ItemBuilder<Event>>>): FieldReader<Event> {
  const builderOf: ReadonlyMap<string, ItemBuilder<Event>> = new Map(Object.entries(builders));
  return (value, change, emit) => {
    const contacts = contactBook(value['contacts']);
    const conversation = value['conversation_context'];
    let isTold = !isObject(conversation);
    const conversationContext = (): RawConversationContext | undefined => {
      isTold = true;
      return isObject(conversation) ? conversation : undefined;
    };
    const context: ItemContext = { contacts, conversationContext, value };
    for (const key in value) {
      const build = builderOf.get(key);
      const list = value[key];
      if (build !== undefined && Array.isArray(list)) {
        for (const item of list as unknown[])
          emit((isObject(item) ? build(item, change, context) : undefined) ?? unknownEvent(item, change));
      } else if (!sharedKeys.get(key)?.(list)) {
        emit(unknownEvent({ [key]: list }, change));
      }
    }
    for (const contact of contacts.unused()) emit(unknownEvent({ contacts: [contact] }, change));
    if (!isTold) emit(unknownEvent({ conversation_context: conversation }, change));
  };
}

/** A reader for values that are one event each. */
export const readValue =
  <Event>(build: (value: RawObject, change: ChangeContext) => Event | undefined): FieldReader<Event> =>
  (value, change, emit) => {
    emit(build(value, change) ?? unknownEvent(value, change));
  };
