import {
  type ChangeContext,
  type EventBase,
  type RawObject,
  readId,
  toEventPlace,
  readTime,
} from './base.ts';
import { toUserRecipient } from '../../shared/recipient.ts';
import type { IncomingMessageEvent } from './message.ts';
import { type ItemContext, readLists } from './readers.ts';
import { type FromUser, readUser } from './user.ts';

/** A choice about marketing messages as Meta sends it. */
export interface RawUserPreference {
  readonly value: 'stop' | 'resume';
  readonly category: 'marketing_messages' | (string & {});
  readonly detail?: string | undefined;
  readonly timestamp: number | string;
  readonly wa_id?: string | undefined;
  readonly user_id?: string | undefined;
  readonly parent_user_id?: string | undefined;
}

/**
 * A user does not want marketing messages any more, or wants them again. It comes from WhatsApp's own switch (`source: 'preference'`), or
 * from a message that is nothing but a stop or start word (`source: 'keyword'`; the message itself comes as well).
 * Honour both: sending on is answered with error 131050 and costs quality.
 *
 * Source: Meta, "user_preferences webhook reference".
 */
export interface ConsentEvent
  extends EventBase<'consent', RawUserPreference | IncomingMessageEvent['raw']>, FromUser {
  readonly at: number;
  readonly choice: 'stop' | 'resume';
  readonly category: 'marketing_messages' | (string & {});
  readonly source: 'preference' | 'keyword';
  /** The message with the word. */
  readonly wamid: string | undefined;
}

const isPreference = (item: RawObject): item is RawUserPreference & RawObject =>
  (item['value'] === 'stop' || item['value'] === 'resume') && typeof item['category'] === 'string';

function preferenceEvent(
  item: RawObject,
  change: ChangeContext,
  { contacts }: ItemContext,
): ConsentEvent | undefined {
  const at = readTime(item['timestamp']);
  if (at === undefined || !isPreference(item)) return undefined;
  if (readId(item.wa_id) === undefined && readId(item.user_id) === undefined) return undefined;
  const user = readUser(contacts, item.wa_id, item.user_id, item.parent_user_id);
  const sender = toUserRecipient(user);
  if (sender === undefined) return undefined;
  return {
    kind: 'consent',
    at,
    choice: item.value,
    category: item.category,
    source: 'preference',
    wamid: undefined,
    ...user,
    sender,
    ...toEventPlace(change),
    raw: item,
  };
}

/** The field `user_preferences`. */
export const consentFields = {
  user_preferences: readLists<ConsentEvent>({ user_preferences: preferenceEvent }),
};

// The words that carriers and Meta's own opt-out buttons use. A sentence with such a word in it is no choice: it is left to you.
const choiceByWord: ReadonlyMap<string, ConsentEvent['choice']> = new Map([
  ['stop', 'stop'],
  ['stop promotions', 'stop'],
  ['stopall', 'stop'],
  ['unsubscribe', 'stop'],
  ['start', 'resume'],
  ['unstop', 'resume'],
  ['subscribe', 'resume'],
]);
const longestWord = 20;

/** The choice that a message makes by being nothing but a stop or start word. */
export function readConsent(event: IncomingMessageEvent): ConsentEvent | undefined {
  const text = event.type === 'text' ? event.text.body : event.type === 'button' ? event.button.text : '';
  const choice = text.length > longestWord ? undefined : choiceByWord.get(text.trim().toLowerCase());
  if (choice === undefined) return undefined;
  const {
    at,
    wamid,
    waId,
    bsuid,
    parentBsuid,
    contact,
    sender,
    field,
    wabaId,
    phoneNumberId,
    displayPhoneNumber,
    raw,
  } = event;
  const place = { field, wabaId, phoneNumberId, displayPhoneNumber };
  const user = { waId, bsuid, parentBsuid, contact, sender };
  return {
    kind: 'consent',
    at,
    choice,
    category: 'marketing_messages',
    source: 'keyword',
    wamid,
    ...user,
    ...place,
    raw,
  };
}
