import type { PortfolioTarget, Success } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
} from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';

/** Which number with which partner. */
export interface SharePreverifiedNumberParams extends PortfolioTarget {
  readonly preverified_id: string;
  readonly partner_business_id: string;
}

/**
 * Shares a pre-verified number with another partner.
 *
 * Source: Meta, "Pre-verified phone number sharing API".
 *
 * @example
 * await sharePreverifiedNumber(client, { preverified_id: '1060…', partner_business_id: '5069…' }); // { success: true }
 */
export function sharePreverifiedNumber(
  client: Client,
  { businessPortfolioId, ...body }: SharePreverifiedNumberParams,
  options?: CallOptions,
): Promise<Success> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getBusinessPortfolioId(client, { businessPortfolioId })}/share_preverified_numbers`,
      body: jsonBody(body),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
