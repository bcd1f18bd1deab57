import type { ComplianceContact } from '../../schemas/compliance-info.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** The compliance information that customers in India see. A part that was never set is `null` or missing. */
export interface ComplianceInfo {
  readonly entity_name?: string | null | undefined;
  /** Meta returns other spellings than it accepts: `Partnership`. */
  readonly entity_type?: string | null | undefined;
  readonly entity_type_custom?: string | null | undefined;
  readonly is_registered?: boolean | undefined;
  readonly grievance_officer_details?: (ComplianceContact & { readonly name: string }) | null | undefined;
  readonly customer_care_details?: ComplianceContact | null | undefined;
}

/**
 * Returns the compliance information of a number (India); `undefined` if there is none.
 *
 * Source: Meta, "Business compliance information".
 *
 * @example
 * await getComplianceInfo(client); // { entity_name: 'Lucky Shrub Private Limited', entity_type: 'Partnership', … }
 */
export async function getComplianceInfo(
  client: Client,
  params: NumberTarget = {},
  options?: CallOptions,
): Promise<ComplianceInfo | undefined> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/business_compliance_info`,
      idempotency: 'safe',
      parse: (reply) =>
        parseResponse<{ data: readonly ComplianceInfo[] }>({ data: ['object'] })(reply).data[0],
    },
    options,
  );
}
