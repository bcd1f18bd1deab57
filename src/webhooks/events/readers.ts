import {
  type ChangeContext,
  type Emit,
  type EventBase,
  type UnknownEvent,
  type UsedKeys,
  type RawObject,
  getLeftovers,
  isId,
  isObject,
  unknownEvent,
  valueEvent,
  withText,
} from './base.ts';
import { ContactBook } from './contacts.ts';
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

function unknownItem(
  item: unknown,
  change: ChangeContext,
  { contacts, conversationContext }: ItemContext,
): UnknownEvent {
  const ids = isObject(item) ? Object.values(item) : [];
  return unknownEvent(item, change, contacts.find(...ids), conversationContext());
}

const metadataKeys: UsedKeys = new Map([
  ['phone_number_id', isId],
  ['display_phone_number', isId],
]);

/**
 * A reader for values that hold lists of items, by the names of the lists. An item that its builder does not know becomes an unknown event
 * with its contact, and whatever else the value holds becomes one more.
 */
export function readLists<Event>(builders: Readonly<Record<string, ItemBuilder<Event>>>): FieldReader<Event> {
  const builderOf: ReadonlyMap<string, ItemBuilder<Event>> = new Map(Object.entries(builders));
  return (value, change, emit) => {
    const contacts = new ContactBook(value['contacts']);
    const conversation = value['conversation_context'];
    let isTold = !isObject(conversation);
    const conversationContext = (): RawConversationContext | undefined => {
      isTold = true;
      return isObject(conversation) ? conversation : undefined;
    };
    const context: ItemContext = { contacts, conversationContext, value };
    const rest: Record<string, unknown> = {};
    for (const key in value) {
      const build = builderOf.get(key);
      const list = value[key];
      if (build !== undefined && Array.isArray(list)) {
        for (const item of list as unknown[])
          emit(
            (isObject(item) ? build(item, change, context) : undefined) ?? unknownItem(item, change, context),
          );
      } else if (!sharedKeys.get(key)?.(list)) {
        rest[key] = list;
      }
    }
    const metadata = isObject(value['metadata']) && getLeftovers(value['metadata'], metadataKeys);
    if (metadata) rest['metadata'] = metadata;
    const unused = contacts.unused();
    if (unused.length > 0) rest['contacts'] = unused;
    if (!isTold) rest['conversation_context'] = conversation;
    if (Object.keys(rest).length > 0) emit(unknownEvent(rest, change));
  };
}

/** What a value makes of an event beyond what the entry and the change say; it may replace that as well. */
export type ValueParts<Event extends EventBase<string, object>> = Omit<
  Event,
  keyof EventBase<string, object> | 'at'
> &
  Partial<Omit<Event, 'kind' | 'raw'>>;

/**
 * A reader for values that are one event each.
 *
 * @param keys What a value has to hold as text; without it the value becomes an unknown event.
 */
export const readValue = <Event extends EventBase<string, object>>(
  kind: Event['kind'],
  keys: readonly (keyof Event['raw'] & string)[],
  build: (value: Event['raw'] & RawObject, change: ChangeContext) => ValueParts<Event>,
): FieldReader<Event> => {
  const isKnown = withText<Event['raw']>(...keys);
  return (value, change, emit) => {
    if (!isKnown(value)) return emit(unknownEvent(value, change));
    const event: EventBase<string, object> = { ...valueEvent(kind, value, change), ...build(value, change) };
    emit(event as Event);
  };
};
