import { UsageError } from '../../errors/usage-error.ts';
import {
  type OfficialAccountApplication,
  validateOfficialAccountApplication,
} from '../../schemas/official-account-application.ts';
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

/** Parameters of `applyForOfficialAccount`. */
export interface ApplyForOfficialAccountParams extends NumberTarget, OfficialAccountApplication {}

/**
 * Applies for an official business account, which shows a badge next to the name in chats and search. The call resolves when Meta received
 * the application; read the decision with `getOfficialAccount`. Requirements: 30 days on the platform, a verified business portfolio, two-
 * step verification and an approved display name. After a rejection Meta accepts a new application after 30 days.
 *
 * Throws `UsageError` if a field is missing or breaks a limit.
 *
 * Source: Meta, "Official business accounts" (its specification shows another body; the guide's is sent).
 *
 * @example
 * await applyForOfficialAccount(client, {
 *   businessWebsiteUrl: 'https://www.luckyshrub.com',
 *   primaryCountryOfOperation: 'United States of America',
 *   primaryLanguage: 'English',
 *   supportingLinks: ['https://www.retailreview.com/gardening/2025/lucky-shrub'],
 * });
 */
export async function applyForOfficialAccount(
  client: Client,
  { phoneNumberId, ...application }: ApplyForOfficialAccountParams,
  options?: CallOptions,
): Promise<void> {
  const issues = validateOfficialAccountApplication(application);
  if (issues.length > 0)
    throw new UsageError({ summary: 'The application is incomplete or breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/official_business_account`,
      body: jsonBody(toSnakeCaseKeys(application)),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
