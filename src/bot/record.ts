import type { MessageContent, MessageEnvelope } from '../schemas/message.ts';
import type { EventRecipient } from '../api/messages/recipient-of.ts';
import { isObject, type RawObject } from '../webhooks/events/base.ts';

/** A message that was decided on and not sent yet. */
interface OutgoingMessage {
  readonly kind: 'message';
  /** Its id, which is also its `callbackData` unless it has its own. */
  readonly id: string;
  readonly to: EventRecipient;
  readonly content: MessageContent & MessageEnvelope;
  /** When it was decided on, in epoch milliseconds. */
  readonly at: number;
}

/** A hand-over that was decided on and not made yet. */
interface OutgoingHandOver {
  readonly kind: 'handOver';
  readonly id: string;
  readonly department: string;
  readonly note: string | undefined;
  readonly user: BotUser;
  readonly at: number;
}

/** What a handler decided on. It is stored with the state, and carried out afterwards. */
export type Outgoing = OutgoingMessage | OutgoingHandOver;

/**
 * The user of an event.
 *
 * @beta
 */
export interface BotUser {
  /** The key of what the bot remembers: tenant, business number, group and user, as JSON. */
  readonly key: string;
  /** The WhatsApp ID: digits without `+`; `undefined` if the user shows no number. */
  readonly waId: string | undefined;
  /** The business-scoped user id. */
  readonly bsuid: string | undefined;
  /** The profile name, which users choose themselves: never use it to recognise someone. */
  readonly name: string | undefined;
  /** The business number that the event belongs to. */
  readonly phoneNumberId: string | undefined;
  /** The group that the event belongs to. */
  readonly groupId: string | undefined;
}

/** Where a dialogue is. */
export interface ActiveDialogue {
  readonly name: string;
  readonly version: number;
  readonly step: string;
  /** Marks the buttons of this question, so that an older one is recognised. */
  readonly mark: string;
  readonly data: RawObject;
  /** How many answers to this question could not be used. */
  readonly failures: number;
  readonly expiresAt: number;
  /** Whether an option of the question may lead to another page of it. */
  readonly isPaged?: boolean | undefined;
  /** The options of the question: id and label. */
  readonly options?: readonly (readonly [id: string, label: string])[] | undefined;
}

/** What a bot remembers of one user. Plain JSON. */
export interface BotRecord {
  /** The events that were processed, with their times, so that a second delivery is recognised. */
  readonly handled: readonly (readonly [key: string, at: number])[];
  readonly outbox: readonly Outgoing[];
  /** Who sends what is in the outbox, and how long nobody else may. */
  readonly sender?: { readonly token: string; readonly until: number } | undefined;
  readonly dialogue?: ActiveDialogue | undefined;
  readonly state?: unknown;
  /** When the user last wrote, in epoch milliseconds. */
  readonly userAt?: number | undefined;
  /** Where the user is answered. */
  readonly to?: EventRecipient | undefined;
  /** The event whose handler failed last, and how often. */
  readonly failed?: { readonly key: string; readonly attempts: number } | undefined;
}

const day = 24 * 3_600_000;
// Meta redelivers for up to 7 days.
const handledMs = 8 * day;
const maxHandled = 1000;

/** What is remembered of a user whom the bot does not know. */
export const emptyRecord: BotRecord = { handled: [], outbox: [] };

/** Reads a stored record. One that is damaged is empty: a chat must not be dead for ever. */
export function parseRecord(value: string | undefined): BotRecord {
  if (value === undefined) return emptyRecord;
  try {
    const record: unknown = JSON.parse(value);
    const isRecord = (one: unknown): one is BotRecord =>
      isObject(one) && Array.isArray(one['handled']) && Array.isArray(one['outbox']);
    return isRecord(record) ? record : emptyRecord;
  } catch {
    return emptyRecord;
  }
}

/** Says whether an event was processed. */
export const isHandled = (record: BotRecord, key: string): boolean =>
  record.handled.some(([handled]) => handled === key);

/** Returns the record with an event added to those that were processed, without those that Meta delivers no more. */
export const withHandled = (record: BotRecord, key: string, at: number): BotRecord => ({
  ...record,
  handled: [...record.handled, [key, at] as const]
    .filter(([, time]) => time > at - handledMs)
    .slice(-maxHandled),
});

/** Returns from when on a sweep has to look at a record: what is unsent once its sender is gone, else a dialogue when it expires. */
export const getDueAt = ({ outbox, sender, dialogue }: BotRecord): number | undefined =>
  outbox.length > 0 ? (sender?.until ?? 0) : dialogue?.expiresAt;

/**
 * Checks that a value comes back from JSON as it is.
 *
 * @returns What is wrong, as the rest of a sentence that begins with the path, or `undefined`.
 */
export function findUnstorable(value: unknown, path: string): string | undefined {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean')
    return undefined;
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : `${path} is ${value}, which JSON cannot hold`;
  const prototype: unknown = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined;
  const isPlain = Array.isArray(value) || prototype === Object.prototype || prototype === null;
  if (typeof value !== 'object' || !isPlain) {
    const name = typeof value === 'object' ? value.constructor.name : typeof value;
    return `${path} is a ${name}, which does not survive JSON; store a text or a number (epoch milliseconds for a time)`;
  }
  for (const [key, inner] of Object.entries(value)) {
    const problem = findUnstorable(inner, `${path}.${key}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Says whether a dialogue is over because its user was silent for too long. */
export const isExpired = (dialogue: ActiveDialogue, at: number): boolean => dialogue.expiresAt <= at;
