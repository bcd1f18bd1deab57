/** Returns a phone number without the signs that people write between its digits: spaces, dots, hyphens, brackets. A `+` stays. */
export const stripSeparators = (number: string): string => number.replace(/[\s().-]/g, '');

/** Returns the digits of a phone number, as a WhatsApp ID has them. */
export const toDigits = (number: string): string => number.replace(/\D/g, '');
