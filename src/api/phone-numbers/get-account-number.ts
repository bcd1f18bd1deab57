import { type CallOptions, type Client, path, shaped } from '../../transport/transport.ts';
import type { PhoneNumber, PhoneNumberField } from './phone-number.ts';

/**
 * Reads a number by its WhatsApp Account Number id, which partners hold beside the phone number id.
 *
 * Source: Meta, "WhatsApp Account Number API".
 *
 * @example
 * await getAccountNumber(client, { accountNumberId: '1234567890', fields: ['status'] }); // { id: '1234567890', status: 'CONNECTED' }
 */
export function getAccountNumber(
  client: Client,
  params: { readonly accountNumberId: string; readonly fields?: readonly PhoneNumberField[] | undefined },
  options?: CallOptions,
): Promise<PhoneNumber> {
  return client.request(
    {
      method: 'GET',
      path: path`/${params.accountNumberId}`,
      query: { fields: params.fields },
      class: 'read',
      parse: shaped<PhoneNumber>({ id: 'string' }),
    },
    options,
  );
}
