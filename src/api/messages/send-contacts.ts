import type { ContactPayload } from '../../schemas/contacts-message.ts';
import type { CallOptions, Client } from '../../transport/transport.ts';
import { contacts } from '../../messages/contacts.ts';
import type { SendParams, SendResult } from './post-message.ts';
import { sendMessage } from './send-message.ts';

/** Contact cards and their recipient. */
export type SendContactsParams = SendParams & {
  /** The cards. Each needs `name.formatted_name` and one more part of the name. */
  readonly contacts: readonly ContactPayload[];
};

/**
 * Sends contact cards. It needs an open customer service window. Throws as `sendMessage` does.
 *
 * Source: Meta, "Contacts messages".
 *
 * @example
 * const contacts = [{ name: { formatted_name: 'Ana Lima', first_name: 'Ana' }, phones: [{ phone: '+5511987654321' }] }];
 * await sendContacts(client, { to: '+5511912345678', contacts }); // { wamid: 'wamid.…', … }
 */
export const sendContacts = async (
  client: Client,
  { contacts: cards, ...rest }: SendContactsParams,
  options?: CallOptions,
): Promise<SendResult> => sendMessage(client, { ...rest, ...contacts(cards) }, options);
