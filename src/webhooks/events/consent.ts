import {
  type ChangeContext,
  type EventBase,
  type RawObject,
  readId,
  toEventPlace,
  readTime,
  withText,
} from './base.ts';
import { toUserRecipient } from '../../shared/recipient.ts';
import type { RawMessage } from './message.ts';
import { type ItemContext, readLists } from './readers.ts';
import type { RawStatus } from './status.ts';
import { type FromUser, readUser } from './user.ts';

/** A choice about marketing messages as Meta sends it. */
export interface RawUserPreference {
  readonly value: 'stop' | 'resume' | 'signup' | (string & {});
  readonly category: 'marketing_messages' | (string & {});
  readonly detail?: string | undefined;
  readonly timestamp: number | string;
  /** The In-App Signup that the user completed; with `signup`. */
  readonly signup_id?: string | number | undefined;
  readonly wa_id?: string | undefined;
  readonly user_id?: string | undefined;
  readonly parent_user_id?: string | undefined;
}

/** What a word can mean. `maybe_stop` also has everyday meanings, and `undo_stop` is no consent to marketing. */
export type ConsentWordChoice = 'stop' | 'maybe_stop' | 'resume' | 'undo_stop';

/**
 * Words of your own and what each means; they win over the built-in lists, and `none` takes a word out of them. Case, accents and
 * punctuation do not matter. A word has at most 40 characters.
 *
 * @example
 * { sair: 'stop', baja: 'maybe_stop', start: 'none' }
 */
export type ConsentWords = Readonly<Record<string, ConsentWordChoice | 'none'>>;

/**
 * A user does not want marketing messages any more, wants them again, or may have said so. Sending on after a stop is answered with error
 * 131050 and costs quality; after a stop by word nothing but your program keeps the promise.
 *
 * Source: Meta, "user_preferences webhook reference"; the value `signup` is documented by third parties (2026; confidence: likely).
 */
export interface ConsentEvent
  extends EventBase<'consent', RawUserPreference | RawMessage | RawStatus>, FromUser {
  readonly at: number;
  /**
   * - `stop`: withdraw the consent to marketing messages at once.
   * - `maybe_stop`: a word such as CANCEL, QUIT or END. It is a stop after a marketing message, and may mean an order or a dialogue
   *   otherwise: ask if you do not know.
   * - `resume`: the user asks for marketing messages again.
   * - `undo_stop`: a word such as START. It undoes an earlier stop by word and nothing else: it is no consent to marketing messages.
   * - `signup`: the user opted in by an In-App Signup; see `signupId`.
   *
   * Meta may send other values later.
   */
  readonly choice: ConsentWordChoice | 'signup' | (string & {});
  readonly category: 'marketing_messages' | (string & {});
  /**
   * `preference`: WhatsApp's own switch or an In-App Signup. `keyword`: the user typed the word. `button`: the user tapped a button or list
   * row with the word in its text or payload. `error_131050`: a message failed because the user stopped earlier.
   */
  readonly source: 'preference' | 'keyword' | 'button' | 'error_131050';
  /** The word that was found, as the list spells it; with `keyword` and `button`. */
  readonly word: string | undefined;
  /** The In-App Signup that the user completed; with the choice `signup`. */
  readonly signupId: string | undefined;
  /** The message with the word, or the one that failed. */
  readonly wamid: string | undefined;
}

const isPreference = withText<RawUserPreference>('value', 'category');

function preferenceEvent(
  item: RawObject,
  change: ChangeContext,
  { contacts }: ItemContext,
): ConsentEvent | undefined {
  const at = readTime(item['timestamp']);
  if (at === undefined || !isPreference(item)) return undefined;
  const user = readUser(contacts, item.wa_id, item.user_id, item.parent_user_id);
  const sender = toUserRecipient(user);
  if (sender === undefined) return undefined;
  return {
    kind: 'consent',
    at,
    choice: item.value,
    category: item.category,
    source: 'preference',
    word: undefined,
    signupId: readId(item.signup_id),
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
