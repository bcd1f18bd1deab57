import type { Bsuid, PhoneNumberId, WaId, Wamid } from './ids.ts';

/** The person or group that a message goes to: exactly one of a phone number, a WhatsApp ID, a business-scoped user id and a group. */
export type Recipient =
  | {
      /** A phone number with `+` and calling code: `+55 11 98765-4321`. Without `+` it needs the client's `defaultCountry`. */
      readonly to: string;
      readonly waId?: undefined;
      readonly recipient?: undefined;
      readonly group?: undefined;
    }
  | {
      /** A WhatsApp ID as a webhook event carries it: digits with the calling code and without `+`, `5511987654321`. */
      readonly waId: WaId;
      readonly to?: undefined;
      readonly recipient?: undefined;
      readonly group?: undefined;
    }
  | {
      /** A business-scoped user id, such as `US.13491208655302741918`. */
      readonly recipient: Bsuid;
      readonly to?: undefined;
      readonly waId?: undefined;
      readonly group?: undefined;
    }
  | {
      /** The id of a group. */
      readonly group: string;
      readonly to?: undefined;
      readonly waId?: undefined;
      readonly recipient?: undefined;
    };

/** The part of an event that says where an answer goes. Every event that names a user or a group has it. */
export interface AnswerableEvent {
  /** The kind of the event. Error messages name it. */
  readonly kind: string;
  /** The id of the business number that the event belongs to. An answer is sent from it. */
  readonly phoneNumberId: PhoneNumberId | undefined;
  /** The user's WhatsApp ID: digits without `+`. `undefined` if the user shows no number. */
  readonly waId: WaId | undefined;
  /** The user's business-scoped user id. */
  readonly bsuid: Bsuid | undefined;
  /** The same across the linked portfolios of a business. It is answered where the event shows nothing else. */
  readonly parentBsuid?: Bsuid | undefined;
  /** The id of the group. An answer goes to the group, not to the user alone. */
  readonly groupId?: string | undefined;
  /** The id of the message that an answer can quote. */
  readonly wamid?: Wamid | undefined;
}

/** Returns the recipient for a user's ids, the number first because it never changes within a chat; `undefined` without any. */
export function toUserRecipient({
  waId,
  bsuid,
  parentBsuid,
}: Pick<AnswerableEvent, 'waId' | 'bsuid' | 'parentBsuid'>): Recipient | undefined {
  if (waId !== undefined) return { waId };
  const recipient = bsuid ?? parentBsuid;
  return recipient === undefined ? undefined : { recipient };
}
