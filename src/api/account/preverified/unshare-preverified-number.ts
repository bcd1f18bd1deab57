import type { Success } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, jsonBody, path, succeeded } from '../../../transport/transport.ts';
import { businessPortfolioIdOf } from '../id-of.ts';
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
      path: path`/${businessPortfolioIdOf(client, { businessPortfolioId })}/share_preverified_numbers`,
      body: jsonBody(body),
      class: 'read',
      parse: succeeded,
    },
    options,
  );
}
