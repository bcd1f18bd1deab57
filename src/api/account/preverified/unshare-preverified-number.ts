import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
} from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';
import type { SharePreverifiedNumberParams } from './share-preverified-number.ts';

/**
 * Stops sharing a pre-verified number with another partner.
 *
 * Source: Meta, "Pre-verified phone numbers".
 *
 * @example
 * await unsharePreverifiedNumber(client, { preverifiedId: '1060…', partnerBusinessId: '5069…' });
 */
export async function unsharePreverifiedNumber(
  client: Client,
  params: SharePreverifiedNumberParams,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getBusinessPortfolioId(client, params)}/share_preverified_numbers`,
      body: jsonBody({
        preverified_id: params.preverifiedId,
        partner_business_id: params.partnerBusinessId,
      }),
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
