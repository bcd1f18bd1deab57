import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';
import type { Solution } from './list-solutions.ts';

/** Parameters of `getSolution`. */
export interface GetSolutionParams {
  /** The id of the solution, from `listSolutions` or `listAppSolutions`. */
  readonly solutionId: string;
}

/**
 * Returns a multi-partner solution.
 *
 * Source: Meta, "Solution Details API".
 *
 * @example
 * (await getSolution(client, { solutionId: '303610109049230' })).status; // 'ACTIVE'
 */
export async function getSolution(
  client: Client,
  params: GetSolutionParams,
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
