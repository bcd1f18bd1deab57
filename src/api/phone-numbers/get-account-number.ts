import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';
import type { PhoneNumber, PhoneNumberField } from './phone-number.ts';

/** Parameters of `getAccountNumber`. */
export interface GetAccountNumberParams {
  /** The WhatsApp Account Number id. */
  readonly accountNumberId: string;
  /** The fields to read. Default: Meta's. */
  readonly fields?: readonly PhoneNumberField[] | undefined;
}

/**
 * Returns a number by its WhatsApp Account Number id, which partners hold in addition to the phone number id.
 *
 * Source: Meta, "WhatsApp Account Number API".
 *
 * @example
 * await getAccountNumber(client, { accountNumberId: '1234567890', fields: ['status'] }); // { id: '1234567890', status: 'CONNECTED' }
 */
export async function getAccountNumber(
  client: Client,
  params: GetAccountNumberParams,
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
