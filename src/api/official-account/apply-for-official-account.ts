import { UsageError } from '../../errors/usage-error.ts';
import {
  type OfficialAccountApplication,
  validateOfficialAccountApplication,
} from '../../schemas/official-account-application.ts';
import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** The application, and for which number. */
export interface ApplyForOfficialAccountParams extends NumberTarget, OfficialAccountApplication {}

/**
 * Applies for an official business account: the badge beside the name in chats and search. `success` says that the application arrived,
 * not that it was approved; read the outcome with `getOfficialAccount`. Needed first: 30 days on the platform, a verified business
 * portfolio, two-step verification and an approved display name. After a rejection Meta takes a new application only after 30 days.
 *
 * Source: Meta, "Official business accounts" (its specification shows another body; the guide's is sent).
 *
 * @example
 * await applyForOfficialAccount(client, {
 *   business_website_url: 'https://www.luckyshrub.com',
 *   primary_country_of_operation: 'United States of America',
 *   primary_language: 'English',
 *   supporting_links: ['https://www.retailreview.com/gardening/2025/lucky-shrub'],
 * }); // { success: true }
 */
export function applyForOfficialAccount(
  client: Client,
  { phoneNumberId, ...application }: ApplyForOfficialAccountParams,
  options?: CallOptions,
): Promise<Success> {
  const issues = validateOfficialAccountApplication(application);
  if (issues.length > 0)
    throw new UsageError({ summary: 'The application is incomplete or breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/official_business_account`,
      body: jsonBody(application),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
