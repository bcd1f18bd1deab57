import type { CallOptions, Client } from '../../transport/transport.ts';
import { graphEndpoint, type GraphParams } from './graph-endpoint.ts';

/**
 * Reads anything of the Graph API that has no operation here, with the same transport, retries and errors. The type is the caller's
 * word: the reply is not checked.
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
