import type { CallOptions, Client } from '../../transport/transport.ts';
import { graphEndpoint, type GraphParams } from './graph-endpoint.ts';

/**
 * Returns the reply of any path of the Graph API that has no operation, with the same transport, retries and errors. The reply is not
 * checked: the type parameter is what you expect it to be.
 *
 * @example
 * await graphGet<{ id: string; name: string }>(client, '/me', { query: { fields: ['id', 'name'] } }); // { id: '1', name: 'Shop' }
 */
export const graphGet = async <T = unknown>(
  client: Client,
  path: string,
  params?: GraphParams,
  options?: CallOptions,
): Promise<T> => client.request(graphEndpoint<T>('GET', path, params), options);
