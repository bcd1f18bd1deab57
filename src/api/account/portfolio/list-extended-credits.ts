import type { PortfolioTarget } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';

/** A credit line. */
export interface ExtendedCredit {
  readonly id: string;
  readonly legal_entity_name?: string | undefined;
}

/**
 * Lists the credit lines of a business portfolio (for solution partners).
 *
 * Source: Meta, "Extended Credits API".
 *
 * @example
 * await listExtendedCredits(client); // [{ id: '1972385232742146', legal_entity_name: 'Lucky Shrub' }]
 */
export async function listExtendedCredits(
  client: Client,
  params: PortfolioTarget = {},
  options?: CallOptions,
): Promise<readonly ExtendedCredit[]> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getBusinessPortfolioId(client, params)}/extendedcredits`,
      query: { fields: 'id,legal_entity_name' },
      idempotency: 'safe',
      parse: (reply) =>
        parseResponse<{ data: readonly ExtendedCredit[] }>({ data: [{ id: 'string' }] })(reply).data,
    },
    options,
  );
}
