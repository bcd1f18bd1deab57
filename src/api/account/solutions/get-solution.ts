import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';
import type { Solution } from './list-solutions.ts';

/**
 * Reads a multi-partner solution.
 *
 * Source: Meta, "Solution Details API".
 *
 * @example
 * (await getSolution(client, { solutionId: '303610109049230' })).status; // 'ACTIVE'
 */
export function getSolution(
  client: Client,
  params: { readonly solutionId: string },
  options?: CallOptions,
): Promise<Solution> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${params.solutionId}`,
      query: { fields: 'id,name,status,status_for_pending_request,owner_app,owner_permissions' },
      idempotency: 'safe',
      parse: parseResponse<Solution>({ id: 'string' }),
    },
    options,
  );
}
