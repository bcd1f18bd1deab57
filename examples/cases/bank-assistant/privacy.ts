/** Secrets that must not be in a chat, and the one way to a log. */
import type { WebhookEvent } from 'wabakit/webhooks';

/** Returns what a customer wrote: a text, or the caption of a file. */
export function textOf(event: WebhookEvent): string {
  if (event.kind !== 'message') return '';
  if (event.type === 'text') return event.text.body;
  if (event.type === 'image') return event.image.caption ?? '';
  return event.type === 'document' ? (event.document.caption ?? '') : '';
}

const cardLike = /\d(?:[ .-]?\d){12,18}/g;
const secretWord = /\b(?:pin|otp|cvv|cvc|password|passcode|sandi)\b/i;
const bareCode = /^\D{0,3}\d(?:[ .-]?\d){2,7}\D{0,3}$/;

/** Says whether the check digit of a card number is right (ISO/IEC 7812). */
function hasCheckDigit(digits: string): boolean {
  const doubled = [...digits].reverse().map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2));
  return doubled.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}

/** Says whether a text holds a card number, or what may be a PIN or a code: the assistant never asks for a number of 3 to 8 digits. */
export function holdsSecret(text: string): boolean {
  const cards = text.match(cardLike) ?? [];
  return (
    cards.some((card) => hasCheckDigit(card.replace(/\D/g, ''))) ||
    (secretWord.test(text) && /\d{3}/.test(text)) ||
    bareCode.test(text.trim())
  );
}

/** Returns a text without its longer numbers. */
export const redact = (text: string): string => text.replace(cardLike, ' ').replace(/\d{3,}/g, ' ');

/** Writes a line. Fields whose names are not in the list, and values that are more than a word, are left out. */
export type Log = (message: string, fields?: object) => void;

const fieldNames = new Set('intent confidence department reason outcome dialogue step version'.split(' '));

/**
 * Creates the only function of the program that writes a log. It lets known fields through and nothing else, so that a careless line cannot
 * carry a name, a number or what a customer wrote.
 */
export function createLog(now: () => number, write: (line: string) => void): Log {
  return (message, fields = {}) => {
    const entries: (readonly [string, unknown])[] = Object.entries(fields);
    const kept = entries.filter(
      ([name, value]) => fieldNames.has(name) && /^(?:[a-z_ -]{1,40}|\d(?:\.\d+)?)$/.test(String(value)),
    );
    const line = {
      at: new Date(now()),
      message: message.replace(/\d{3,}/g, '#'),
      ...Object.fromEntries(kept),
    };
    write(JSON.stringify(line));
  };
}
