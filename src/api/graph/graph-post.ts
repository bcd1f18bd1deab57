import type { CallOptions, Client } from '../../transport/transport.ts';
import { graphEndpoint, type GraphParams } from './graph-endpoint.ts';

/** What to post. */
export interface GraphPostParams extends GraphParams {
  /** Sent as JSON, exactly as it is. */
  readonly body?: unknown;
}

/**
 * Posts to anything of the Graph API that has no operation here. It is repeated only when it provably did nothing; when nobody knows,
 * it throws an OutcomeUnknownError.
 *
 * @example
 * await graphPost(client, '/106540352242922/settings', { body: { calling: { status: 'ENABLED' } } }); // { success: true }
 */
export const graphPost = async <T = unknown>(
  client: Client,
  path: string,
  params?: GraphPostParams,
  options?: CallOptions,
): Promise<T> => client.request(graphEndpoint<T>('POST', path, params), options);
