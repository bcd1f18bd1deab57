import { checkText } from './check-text.ts';
import { stripSeparators } from '../shared/phone-number.ts';
import { UsageError } from '../errors/usage-error.ts';

/** Whom a link opens a chat with, and what it puts into the text field. */
export interface WaMeLinkParams {
  /** The business number with its country code: `+55 11 98765-4321` or `5511987654321`. Left out: the person picks a contact to share the text with. */
  readonly phone?: string | undefined;
  /** What stands ready in the text field; the person still has to send it. Any characters, line breaks and emoji included. */
  readonly text?: string | undefined;
}

const docs = 'https://faq.whatsapp.com/5913398998672934';

// RFC 3986: these five also end a link in chats and in Markdown, and encodeURIComponent leaves them bare.
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Builds a link that opens a chat with a business, with a text ready to send: `https://wa.me/<digits>?text=<encoded>`.
 * Every character of the text survives; `&`, `#`, quotes and emoji included. Throws a UsageError for a phone that is not a full number.
 *
 * Source: WhatsApp Help Centre, "How to use click to chat".
 *
 * @example
 * waMeLink({ phone: '+55 11 98765-4321', text: 'Tea & cake #1' });
 * // 'https://wa.me/5511987654321?text=Tea%20%26%20cake%20%231'
 */
export function waMeLink({ phone, text }: WaMeLinkParams): string {
  const digits = stripSeparators(typeof phone === 'string' ? phone : '').replace(/^\+/, '');
  if (phone !== undefined && !/^[1-9]\d{6,14}$/.test(digits)) {
    throw new UsageError({
      summary: 'The phone of a wa.me link is not a full number.',
      issues: [
        {
          path: 'phone',
          message: 'needs the country code and 7 to 15 digits, without zeros in front: +5511987654321',
          limit: 15,
          docs,
        },
      ],
    });
  }
  return `https://wa.me/${digits}${text ? `?text=${encode(checkText('text', text))}` : ''}`;
}
