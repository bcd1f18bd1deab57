import { UsageError } from '../../errors/usage-error.ts';
import { type ComplianceInfoUpdate, validateComplianceInfo } from '../../schemas/compliance-info.ts';
import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** What customers in India are told, and for which number. */
export interface UpdateComplianceInfoParams extends NumberTarget, ComplianceInfoUpdate {}

/**
 * Sets the compliance information of a number (India): the company, its grievance officer and its customer care.
 *
 * Source: Meta, "Business compliance information".
 *
 * @example
 * await updateComplianceInfo(client, {
 *   entity_name: 'Lucky Shrub Private Limited',
 *   entity_type: 'PRIVATE_COMPANY',
 *   grievance_officer_details: { name: 'Chandravati P.', email: 'chandravati@luckyshrub.com', mobile_number: '+913854559033' },
 *   customer_care_details: { email: 'support@luckyshrub.com' },
 * }); // { success: true }
 */
export function updateComplianceInfo(
  client: Client,
  { phoneNumberId, ...info }: UpdateComplianceInfoParams,
  options?: CallOptions,
): Promise<Success> {
  const issues = validateComplianceInfo(info);
  if (issues.length > 0)
    throw new UsageError({ summary: 'The compliance information is incomplete or breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/business_compliance_info`,
      body: jsonBody({ messaging_product: 'whatsapp', ...info }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
