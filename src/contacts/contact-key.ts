import { stripSeparators } from '../shared/phone-number.ts';

const plainNumber = /^[1-9]\d{6,14}$/;

function toNumber(id: string): string | undefined {
  const digits = stripSeparators(id).replace(/^\+/, '');
  return plainNumber.test(digits) ? digits : undefined;
}

/**
 * Puts a number into the one form that stands for all of its spellings.
 *
 * Sources: WhatsApp, "About international phone number format" (Mexico's 1 after 52, Argentina's 9 after 54), confidence high; ANATEL's ninth
 * digit, which WhatsApp IDs outside the area codes 11 to 28 lack, confidence high. A Brazilian local number that begins with 2 to 5 is a fixed
 * line or, with the 9, a mobile number of its own: these two are different people. All three forms have 13 digits.
 */
function toOneForm(digits: string): string {
  if (digits.length !== 12 || digits[0] !== '5') return digits;
  switch (digits[1]) {
    case '2':
      return `521${digits.slice(2)}`;
    case '4':
      return digits[2] === '9' ? digits : `549${digits.slice(2)}`;
    case '5':
      return digits.charAt(4) > '5' ? `${digits.slice(0, 4)}9${digits.slice(4)}` : digits;
    default:
      return digits;
  }
}

/**
 * Returns the key of an id: the same text for every spelling of a phone number, with `+`, blanks and punctuation or without, with or without the
 * `1` of Mexico (52, 521), the `9` of Argentina (54, 549) and the ninth digit of Brazil. A business-scoped user id, a group id and any other text is
 * its own key. The key compares; to send, use the number or WhatsApp ID itself.
 *
 * @example
 * contactKey('+55 31 8765-4321'); // '5531987654321'
 * contactKey('BR.13491208655302741918'); // 'BR.13491208655302741918'
 */
export function contactKey(id: string): string {
  const number = plainNumber.test(id) ? id : toNumber(id);
  return number === undefined ? id : toOneForm(number);
}

/**
 * Returns whether two ids are spellings of one number, or the same id. What only an event tells, such as the number behind a business-scoped
 * user id, is the work of `createIdentities`.
 *
 * @example
 * isSameContact('+52 55 1234 5678', '5215512345678'); // true
 */
export const isSameContact = (a: string, b: string): boolean => contactKey(a) === contactKey(b);
