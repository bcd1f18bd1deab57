import { usageError } from '../errors/usage-error.ts';
import type { ContactPayload } from '../schemas/contacts-message.ts';

/**
 * Builds the content of a message with contact cards.
 *
 * Source: Meta, "Contacts messages".
 *
 * @example
 * contacts([{ name: { formatted_name: 'Ana Lima', first_name: 'Ana' }, phones: [{ phone: '+5511987654321' }] }]).type; // 'contacts'
 */
export function contacts(contacts: readonly ContactPayload[]): {
  readonly type: 'contacts';
  readonly contacts: readonly ContactPayload[];
} {
  if (!Array.isArray(contacts))
    throw usageError(
      'contacts',
      'should be a list; call contacts([{ name: { formatted_name, first_name } }])',
    );
  return { type: 'contacts', contacts };
}
