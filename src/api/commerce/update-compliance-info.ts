import { checkParams } from '../../errors/check-params.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { type ComplianceInfoUpdate, validateComplianceInfo } from '../../schemas/compliance-info.ts';
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

/** Parameters of `updateComplianceInfo`. */
export interface UpdateComplianceInfoParams extends NumberTarget, ComplianceInfoUpdate {}

/**
 * Sets the compliance information of a number (India): the company, its grievance officer and its customer care.
 *
 * Throws `UsageError` if a field is missing or breaks a limit.
 *
 * Source: Meta, "Business compliance information".
 *
 * @example
 * await updateComplianceInfo(client, {
 *   entityName: 'Lucky Shrub Private Limited',
 *   entityType: 'PRIVATE_COMPANY',
 *   grievanceOfficerDetails: { name: 'Chandravati P.', email: 'chandravati@luckyshrub.com', mobile_number: '+913854559033' },
 *   customerCareDetails: { email: 'support@luckyshrub.com' },
 * });
 */
export async function updateComplianceInfo(
  client: Client,
  params: UpdateComplianceInfoParams,
  options?: CallOptions,
): Promise<void> {
  const { phoneNumberId, ...info } = checkParams('updateComplianceInfo', params, {
    phoneNumberId: false,
    entityName: true,
    entityType: true,
    entityTypeCustom: false,
    isRegistered: false,
    grievanceOfficerDetails: 'object',
    customerCareDetails: 'object',
  });
  const issues = validateComplianceInfo(info);
  if (issues.length > 0)
    throw new UsageError({ summary: 'The compliance information is incomplete or breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/business_compliance_info`,
      body: jsonBody({ messaging_product: 'whatsapp', ...toSnakeCaseKeys(info) }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
