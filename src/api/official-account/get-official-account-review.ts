import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';
import type { OfficialAccount } from './get-official-account.ts';

/**
 * Returns the application of a phone number for an official business account, with Meta's message about it. Meta's specification names this
 * path; its guide reads the status as `getOfficialAccount` does, which also works before the first application.
 *
 * Source: Meta's OpenAPI v23.0, "Official business account".
 *
 * @example
 * await getOfficialAccountReview(client); // { id: '1234567890123456', oba_status: 'PENDING', status_message: 'Your … is under review' }
 */
export async function getOfficialAccountReview(
  client: Client,
  params: NumberTarget = {},
  options?: CallOptions,
): Promise<OfficialAccount & { readonly id: string }> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/official_business_account`,
      query: { fields: 'id,oba_status,status_message' },
      idempotency: 'safe',
      parse: parseResponse<OfficialAccount & { readonly id: string }>({ id: 'string', oba_status: 'string' }),
    },
    options,
  );
}
