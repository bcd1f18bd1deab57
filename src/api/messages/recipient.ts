import { stripSeparators } from '../../shared/phone-number.ts';
import { usageError } from '../../errors/usage-error.ts';
import { isBsuid } from '../../shared/ids.ts';
import type { Recipient } from '../../shared/recipient.ts';
import { textOf } from '../../shared/text-of.ts';

/** The fields that name a recipient on the wire. */
export interface RecipientFields {
  readonly recipient_type?: 'group' | 'individual';
  readonly to?: string;
  readonly recipient?: string;
}

// DATA. Countries whose national numbers may begin with the digits of their own calling code, and the longest of these numbers: Russia and
// Kazakhstan, Italy, Brazil (area code 55), Singapore, Thailand, Vietnam, India. Source: the national numbering plans at the ITU. Confidence:
// medium. Elsewhere a number that begins with the calling code has it already.
const longestNational: Readonly<Record<string, number>> = {
  7: 10,
  39: 10,
  55: 11,
  65: 8,
  66: 9,
  84: 9,
  91: 10,
};

/** Puts the calling code in front of a number without a `+`, unless it is there, as in a WhatsApp ID. */
function complete(number: string, country: string): string {
  const code = country.replace('+', '');
  const hasCode = number.startsWith(code) && number.length > (longestNational[code] ?? 7);
  return `+${hasCode ? '' : code}${number}`;
}

/** Returns the wire fields of a recipient, a phone number as `+digits`. Throws `UsageError` for one that Meta would misread. */
export function toRecipientFields(
  { to, waId, recipient, group }: Recipient,
  defaultCountry: string | undefined,
): RecipientFields {
  if ([to, waId, recipient, group].filter(Boolean).length !== 1)
    throw usageError('to', 'is missing or given twice: pass one of to, waId, recipient, group');
  if (group) return { recipient_type: 'group', to: group };
  if (recipient) {
    if (isBsuid(recipient)) return { recipient_type: 'individual', recipient };
    throw usageError('recipient', 'is not a user id such as US.13491208655302741918');
  }
  if (waId) {
    if (/^[1-9]\d{6,14}$/.test(textOf(waId))) return { recipient_type: 'individual', to: `+${waId}` };
    throw usageError('waId', 'is not a WhatsApp ID such as 5511912345678, as an event carries it');
  }
  if (to && isBsuid(to))
    throw usageError('to', 'is a user id, which Meta ignores here: pass it as recipient');
  let number = stripSeparators(textOf(to));
  if (defaultCountry && /^[1-9]/.test(number)) number = complete(number, defaultCountry);
  if (/^\+[1-9]\d{6,14}$/.test(number)) return { recipient_type: 'individual', to: number };
  throw usageError(
    'to',
    'needs a + and the calling code, such as +55 11 91234-5678; pass the WhatsApp ID of an event as waId, and numbers without calling code with the option defaultCountry',
  );
}
