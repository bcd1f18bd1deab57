import { UsageError } from '../../errors/usage-error.ts';
import { type BusinessProfileUpdate, validateBusinessProfile } from '../../schemas/business-profile.ts';
import type { Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
} from '../../transport/transport.ts';

/**
 * Changes a business profile by the id of the profile itself. With a phone number use `updateBusinessProfile`.
 *
 * Source: Meta, "WhatsApp Business Profile Node API".
 *
 * @example
 * await updateProfileNode(client, { profileId: '1234567890123456', about: 'Open on Sundays' }); // { success: true }
 */
export function updateProfileNode(
  client: Client,
  { profileId, ...profile }: BusinessProfileUpdate & { readonly profileId: string },
  options?: CallOptions,
): Promise<Success> {
  const issues = validateBusinessProfile(profile);
  if (issues.length > 0) throw new UsageError({ summary: 'The business profile breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${profileId}`,
      body: jsonBody({ messaging_product: 'whatsapp', ...profile }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
