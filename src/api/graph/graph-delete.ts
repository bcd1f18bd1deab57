import type { CallOptions, Client } from '../../transport/transport.ts';
import { graphEndpoint, type GraphParams } from './graph-endpoint.ts';

/**
 * Deletes any node of the Graph API that has no operation, and returns the reply.
 *
 * @example
 * await graphDelete(client, '/1234567890'); // { success: true }
 */
export const graphDelete = async <T = unknown>(
  client: Client,
  path: string,
  params?: GraphParams,
  options?: CallOptions,
): Promise<T> => client.request(graphEndpoint<T>('DELETE', path, params), options);
