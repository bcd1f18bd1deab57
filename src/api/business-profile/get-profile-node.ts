import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';
import type { BusinessProfile, BusinessProfileField } from './get-business-profile.ts';

/** A business profile read by its own id. */
export interface ProfileNode extends BusinessProfile {
  readonly id: string;
  readonly account_name?: string | undefined;
}

/** Parameters of `getProfileNode`. */
export interface GetProfileNodeParams {
  /** The id of the profile itself. */
  readonly profileId: string;
  /** The fields to read. Default: Meta's. */
  readonly fields?: readonly (BusinessProfileField | 'account_name')[] | undefined;
}

/**
 * Returns a business profile by the id of the profile itself, which partners hold. With a phone number use `getBusinessProfile`.
 *
 * Source: Meta, "WhatsApp Business Profile Node API".
 *
 * @example
 * await getProfileNode(client, { profileId: '1234567890123456' }); // { id: '1234567890123456', about: '…' }
 */
export async function getProfileNode(
  client: Client,
  params: GetProfileNodeParams,
  options?: CallOptions,
): Promise<ProfileNode> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${params.profileId}`,
      query: { fields: params.fields },
      idempotency: 'safe',
      parse: parseResponse<ProfileNode>({ id: 'string' }),
    },
    options,
  );
}
