/** Finds what a customer must not send and the bank must not keep. */
import type { IncomingMessageEvent } from 'wabakit/webhooks';

const cardNumber = /(?:\p{Nd}[\s.-]{0,2}){13,19}/u;
const secretWord =
  /(?<!\p{L})(?:pin|cvv2?|cvc2?|otp|code|пин|код)(?!\p{L})[^\p{Nd}]{0,20}\p{Nd}{3,8}(?!\p{Nd})/iu;

/** Whether a text holds a card number, or a PIN, CVV or code that it calls so. Rather one warning too many than a number in our files. */
export const holdsSecret = (words: string): boolean => cardNumber.test(words) || secretWord.test(words);

/** Returns what a customer wrote: the text of a message, or under a file. */
export function wordsOf(event: IncomingMessageEvent): string {
  switch (event.type) {
    case 'text':
      return event.text.body;
    case 'image':
      return event.image.caption ?? '';
    case 'video':
      return event.video.caption ?? '';
    case 'document':
      return event.document.caption ?? '';
    default:
      return '';
  }
}
