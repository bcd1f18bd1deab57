import type { PortfolioTarget } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';

/** A business portfolio. */
export interface BusinessPortfolio {
  readonly id: string;
  readonly name?: string | undefined;
  readonly timezone_id?: number | undefined;
}

/**
 * Returns the name and time zone of a business portfolio.
 *
 * Throws `UsageError` if neither the call nor the client names a business portfolio.
 *
 * Source: Meta, "Business Account API".
 *
 * @example
 * await getBusinessPortfolio(client); // { id: '506914307656634', name: 'Lucky Shrub', timezone_id: 1 }
 */
export async function getBusinessPortfolio(
  client: Client,
  params: PortfolioTarget = {},
  options?: CallOptions,
): Promise<BusinessPortfolio> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getBusinessPortfolioId(client, params)}`,
      query: { fields: 'id,name,timezone_id' },
      idempotency: 'safe',
      parse: parseResponse<BusinessPortfolio>({ id: 'string' }),
    },
    options,
  );
}
