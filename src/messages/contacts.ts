import type { ContactPayload } from '../schemas/contacts-message.ts';

/**
 * Builds the content of a message with contact cards.
 *
 * Source: Meta, "Contacts messages".
 *
 * @example
 * contacts([{ name: { formatted_name: 'Ana Lima', first_name: 'Ana' }, phones: [{ phone: '+5511987654321' }] }]).type; // 'contacts'
 */
export const contacts = (
  contacts: readonly ContactPayload[],
): { readonly type: 'contacts'; readonly contacts: readonly ContactPayload[] } => ({
  type: 'contacts',
  contacts,
});
