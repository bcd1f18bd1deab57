import { type CallOptions, type Client, path, shaped } from '../../../transport/transport.ts';
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
      path: path`/${params.solutionId}`,
      query: { fields: 'id,name,status,status_for_pending_request,owner_app,owner_permissions' },
      class: 'read',
      parse: shaped<Solution>({ id: 'string' }),
    },
    options,
  );
}
