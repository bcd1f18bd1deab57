import { contactKey } from '../../contacts/contact-key.ts';
import { findMarket } from '../../pricing/markets/market.ts';
import {
  closedWindow,
  applyWindowEvent,
  windowAt,
  type OpenWindows,
  type WindowEvent,
} from '../../pricing/windows/window.ts';
import { chance } from '../kernel/random.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { ConversationRecord, PhoneNumberRecord, UserRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

const firstNames = [
  'Ana',
  'Ben',
  'Chen',
  'Dewi',
  'Elif',
  'Fatima',
  'Goran',
  'Hana',
  'Ivo',
  'Joana',
  'Kofi',
  'Lena',
];
const lastNames = [
  'Almeida',
  'Bauer',
  'Costa',
  'Diaz',
  'Eriksen',
  'Fischer',
  'Gupta',
  'Haddad',
  'Ito',
  'Jansen',
];

/** Returns a name for a user without a profile name: the same for the same number. */
const inventName = (seed: number, waId: string): string =>
  `${firstNames[Math.floor(firstNames.length * chance(seed, 'first', waId))] ?? ''} ${
    lastNames[Math.floor(lastNames.length * chance(seed, 'last', waId))] ?? ''
  }`;

/** The user behind a number. Unknown people are made up afresh each time, so that a million of them take no memory. */
export const findUser = (context: EmulatorContext, waId: string): UserRecord =>
  context.state.users.get(waId) ?? { waId, name: inventName(context.settings.seed, waId) };

/** The WhatsApp ID behind a number in any spelling: the one that a test gave it, else the form that WhatsApp uses. */
export function findWaId(context: EmulatorContext, number: string): string {
  const key = contactKey(number);
  return context.state.waIdByNumber.get(key) ?? key;
}

/** A business-scoped user id for a user without one: the same for the same number. */
export function inventBsuid(context: EmulatorContext, waId: string): string {
  const country = findMarket({ to: waId, at: context.now() })?.country ?? 'US';
  return `${country}.${String(Math.floor(1e15 * (1 + 8 * chance(context.settings.seed, 'bsuid', waId))))}`;
}

/** The ids of a user as webhooks show them: not the number of one who hides it. */
export const getWireIds = (user: UserRecord): JsonObject => ({
  ...(user.hidesNumber === true ? {} : { wa_id: user.waId }),
  ...(user.bsuid === undefined ? {} : { user_id: user.bsuid }),
  ...(user.parentBsuid === undefined ? {} : { parent_user_id: user.parentBsuid }),
});

/** The user, remembered from now on. */
export function keepUser(context: EmulatorContext, waId: string): UserRecord {
  const user = findUser(context, waId);
  context.state.users.set(waId, user);
  return user;
}

const key = (phoneNumberId: string, waId: string): string => `${phoneNumberId}:${waId}`;

export const findConversation = (
  context: EmulatorContext,
  phoneNumberId: string,
  waId: string,
): ConversationRecord =>
  context.state.conversations.get(key(phoneNumberId, waId)) ?? { window: closedWindow };

/** Moves the windows of a pair; nothing is remembered while nothing is open. */
export function moveWindow(
  context: EmulatorContext,
  phoneNumberId: string,
  waId: string,
  event: WindowEvent,
): void {
  const conversation = findConversation(context, phoneNumberId, waId);
  const window = applyWindowEvent(conversation.window, event);
  if (window === conversation.window) return;
  const opened = window.freeFrom !== conversation.window.freeFrom;
  context.state.conversations.set(key(phoneNumberId, waId), {
    ...conversation,
    window,
    freeEntryPointId: opened ? context.ids.conversation() : conversation.freeEntryPointId,
  });
}

// Meta, "Typing indicators": shown for 25 seconds, or until the answer.
const typingLasts = 25_000;

/** Shows or ends the typing indicator. */
export function showTyping(
  context: EmulatorContext,
  phoneNumberId: string,
  waId: string,
  isTyping: boolean,
): void {
  const conversation = context.state.conversations.get(key(phoneNumberId, waId));
  if (conversation === undefined || (!isTyping && conversation.typingUntil === undefined)) return;
  conversation.typingUntil = isTyping ? context.now() + typingLasts : undefined;
  context.emit({ kind: 'user', at: context.now(), waId });
}

export const openWindows = (context: EmulatorContext, phoneNumberId: string, waId: string): OpenWindows =>
  windowAt(findConversation(context, phoneNumberId, waId).window, context.now()).open;

/** The `metadata` of a webhook about messages. */
export const getMetadata = (number: PhoneNumberRecord): JsonObject => ({
  display_phone_number: number.waId,
  phone_number_id: number.id,
});

/** The entry of `contacts[]` for a user. */
export const getContact = (user: UserRecord): JsonObject => ({
  profile: { name: user.name, ...(user.username === undefined ? {} : { username: user.username }) },
  ...getWireIds(user),
});
