import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';
import { type PhoneNumber, type PhoneNumberField, phoneNumberFields } from './phone-number.ts';

/** Parameters of `getPhoneNumber`. */
export interface GetPhoneNumberParams extends NumberTarget {
  /** The fields to read. Default: the fields that matter for sending, quality and limits. */
  readonly fields?: readonly PhoneNumberField[] | undefined;
}

/**
 * Returns a business phone number: its name, quality, throughput and messaging limit.
 *
 * Source: Meta, "Business phone numbers".
 *
 * @example
 * await getPhoneNumber(client, { fields: ['quality_rating', 'status'] }); // { id: '106540352242922', quality_rating: 'GREEN', status: 'CONNECTED' }
 */
export async function getPhoneNumber(
  client: Client,
  params: GetPhoneNumberParams = {},
  options?: CallOptions,
): Promise<PhoneNumber> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}`,
      query: { fields: params.fields ?? phoneNumberFields },
      idempotency: 'safe',
      parse: parseResponse<PhoneNumber>({ id: 'string' }),
    },
    options,
  );
}
