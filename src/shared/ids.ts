declare const brand: unique symbol;

/** A string that one part of the platform issued as an id. Plain strings become one through the functions of the same name. */
type Id<Name extends string> = string & { readonly [brand]?: Name };

/** The id of a WhatsApp Business Account: it owns phone numbers and templates (`entry[].id` in a webhook). */
export type WabaId = Id<'WabaId'>;
/** The id of a business phone number, the path segment of a send (`metadata.phone_number_id` in a webhook). Not the number itself. */
export type PhoneNumberId = Id<'PhoneNumberId'>;
/** A user's phone number as WhatsApp normalises it: digits only, `5511987654321` (`wa_id` on the wire). */
export type WaId = Id<'WaId'>;
/** A business-scoped user id such as `US.13491208655302741918`. It may stand in place of a phone number, and may rotate. Never parse it beyond its country. */
export type Bsuid = Id<'Bsuid'>;
/** The id of one message, `wamid.…`. Statuses, replies and reactions refer to it. */
export type Wamid = Id<'Wamid'>;
/** The id of an uploaded or received media file. */
export type MediaId = Id<'MediaId'>;

const bsuidPattern = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;

/**
 * Says whether a string has the form of a business-scoped user id: two capital letters, a dot, and up to 128 letters or digits;
 * `ENT.` after the country marks a parent id.
 *
 * @example
 * isBsuid('US.13491208655302741918'); // true
 * isBsuid('+16505551234'); // false
 */
export function isBsuid(value: string): value is Bsuid {
  return typeof value === 'string' && bsuidPattern.test(value);
}
