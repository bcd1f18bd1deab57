import type { PortfolioTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
} from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';

/** Parameters of `sharePreverifiedNumber` and `unsharePreverifiedNumber`. */
export interface SharePreverifiedNumberParams extends PortfolioTarget {
  /** The id of the pre-verified number, from `listPreverifiedNumbers`. */
  readonly preverifiedId: string;
  /** The id of the partner's business portfolio. */
  readonly partnerBusinessId: string;
}

/**
 * Shares a pre-verified number with another partner.
 *
 * Source: Meta, "Pre-verified phone number sharing API".
 *
 * @example
 * await sharePreverifiedNumber(client, { preverifiedId: '1060…', partnerBusinessId: '5069…' });
 */
export async function sharePreverifiedNumber(
  client: Client,
  params: SharePreverifiedNumberParams,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getBusinessPortfolioId(client, params)}/share_preverified_numbers`,
      body: jsonBody({
        preverified_id: params.preverifiedId,
        partner_business_id: params.partnerBusinessId,
      }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
