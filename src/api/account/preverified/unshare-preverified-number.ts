import type { Success } from '../../../schemas/targets.ts';
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
 * await unsharePreverifiedNumber(client, { preverified_id: '1060…', partner_business_id: '5069…' }); // { success: true }
 */
export function unsharePreverifiedNumber(
  client: Client,
  { businessPortfolioId, ...body }: SharePreverifiedNumberParams,
  options?: CallOptions,
): Promise<Success> {
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getBusinessPortfolioId(client, { businessPortfolioId })}/share_preverified_numbers`,
      body: jsonBody(body),
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
