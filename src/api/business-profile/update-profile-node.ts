import { UsageError } from '../../errors/usage-error.ts';
import { type BusinessProfileUpdate, validateBusinessProfile } from '../../schemas/business-profile.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
  toSnakeCaseKeys,
} from '../../transport/transport.ts';

/** Parameters of `updateProfileNode`. */
export interface UpdateProfileNodeParams extends BusinessProfileUpdate {
  /** The id of the profile itself. */
  readonly profileId: string;
}

/**
 * Changes a business profile by the id of the profile itself. With a phone number use `updateBusinessProfile`.
 *
 * Throws `UsageError` if a field breaks a limit.
 *
 * Source: Meta, "WhatsApp Business Profile Node API".
 *
 * @example
 * await updateProfileNode(client, { profileId: '1234567890123456', about: 'Open on Sundays' });
 */
export async function updateProfileNode(
  client: Client,
  { profileId, ...profile }: UpdateProfileNodeParams,
  options?: CallOptions,
): Promise<void> {
  const issues = validateBusinessProfile(profile);
  if (issues.length > 0) throw new UsageError({ summary: 'The business profile breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${profileId}`,
      body: jsonBody({ messaging_product: 'whatsapp', ...toSnakeCaseKeys(profile) }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
