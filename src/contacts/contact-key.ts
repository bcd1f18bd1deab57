import { stripSeparators } from '../shared/phone-number.ts';
import { textOf } from '../shared/text-of.ts';

/**
 * Puts a number into the one form that stands for all of its spellings.
 *
 * Sources: WhatsApp, "About international phone number format" (Mexico's 1 after 52, Argentina's 9 after 54), confidence high; ANATEL's ninth
 * digit, which WhatsApp IDs outside the area codes 11 to 28 lack, confidence high. A Brazilian local number that begins with 2 to 5 is a fixed
 * line or, with the 9, a mobile number of its own: these two are different people. All three forms have 13 digits.
 */
const toOneForm = (digits: string): string =>
  digits.replace(/^(?=.{12}$)(?:52|54(?!9)|55..(?=[6-9]))/, (start) => start + (start === '52' ? '1' : '9'));

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
  const text = textOf(id);
  const number = stripSeparators(text);
  return /^\+?[1-9]\d{6,14}$/.test(number) ? toOneForm(number.replace('+', '')) : text;
}

/**
 * Returns whether two ids are spellings of one number, or the same id. What only an event tells, such as the number behind a business-scoped
 * user id, is the work of `createIdentities`.
 *
 * @example
 * isSameContact('+52 55 1234 5678', '5215512345678'); // true
 */
export const isSameContact = (a: string, b: string): boolean => contactKey(a) === contactKey(b);
