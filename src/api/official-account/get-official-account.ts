import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** The state of the application for an official business account (the badge next to the name). */
export interface OfficialAccount {
  /** `NOT_STARTED`, `PENDING`, `UNDER_REVIEW`, `APPROVED`, `REJECTED`, `EXPIRED`, `CANCELLED`, or a value that Meta added later. */
  readonly oba_status: string;
  /** Meta's explanation, where there is one. */
  readonly status_message?: string | undefined;
}

/**
 * Returns whether a phone number is an official business account, or the state of its application.
 *
 * Source: Meta, "Official business accounts".
 *
 * @example
 * await getOfficialAccount(client); // { oba_status: 'NOT_STARTED' }
 */
export async function getOfficialAccount(
  client: Client,
  params: NumberTarget = {},
  options?: CallOptions,
): Promise<OfficialAccount> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}`,
      query: { fields: 'official_business_account' },
      idempotency: 'safe',
      parse: (reply) =>
        parseResponse<{ official_business_account: OfficialAccount }>({
          official_business_account: { oba_status: 'string' },
        })(reply).official_business_account,
    },
    options,
  );
}
