import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';
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
      path: graphPath`/${params.accountNumberId}`,
      query: { fields: params.fields },
      idempotency: 'safe',
      parse: parseResponse<PhoneNumber>({ id: 'string' }),
    },
    options,
  );
}
