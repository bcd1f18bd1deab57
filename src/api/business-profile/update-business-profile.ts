import { UsageError } from '../../errors/usage-error.ts';
import { type BusinessProfileUpdate, validateBusinessProfile } from '../../schemas/business-profile.ts';
import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** What to change; what is left out stays as it is. */
export interface UpdateBusinessProfileParams extends NumberTarget, BusinessProfileUpdate {}

/**
 * Changes the business profile of a phone number. Fields that are left out stay. Throws a UsageError, before anything is sent, when a
 * field breaks a limit. For the picture see `setProfilePicture`.
 *
 * Source: Meta, "Business profiles".
 *
 * @example
 * await updateBusinessProfile(client, { about: 'Succulent specialists!', websites: ['https://www.luckyshrub.com'] }); // { success: true }
 */
export function updateBusinessProfile(
  client: Client,
  { phoneNumberId, ...profile }: UpdateBusinessProfileParams,
  options?: CallOptions,
): Promise<Success> {
  const issues = validateBusinessProfile(profile);
  if (issues.length > 0) throw new UsageError({ summary: 'The business profile breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/whatsapp_business_profile`,
      body: jsonBody({ messaging_product: 'whatsapp', ...profile }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
