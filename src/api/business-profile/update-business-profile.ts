import { UsageError } from '../../errors/usage-error.ts';
import { type BusinessProfileUpdate, validateBusinessProfile } from '../../schemas/business-profile.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
  toSnakeCaseKeys,
} from '../../transport/transport.ts';

/** Parameters of `updateBusinessProfile`. */
export interface UpdateBusinessProfileParams extends NumberTarget, BusinessProfileUpdate {}

/**
 * Changes the business profile of a phone number. What is left out stays as it is. For the picture see `setProfilePicture`.
 *
 * Throws `UsageError` if a field breaks a limit.
 *
 * Source: Meta, "Business profiles".
 *
 * @example
 * await updateBusinessProfile(client, { about: 'Succulent specialists!', websites: ['https://www.luckyshrub.com'] });
 */
export async function updateBusinessProfile(
  client: Client,
  { phoneNumberId, ...profile }: UpdateBusinessProfileParams,
  options?: CallOptions,
): Promise<void> {
  const issues = validateBusinessProfile(profile);
  if (issues.length > 0) throw new UsageError({ summary: 'The business profile breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/whatsapp_business_profile`,
      body: jsonBody({ messaging_product: 'whatsapp', ...toSnakeCaseKeys(profile) }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
