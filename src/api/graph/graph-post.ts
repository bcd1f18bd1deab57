import type { CallOptions, Client } from '../../transport/transport.ts';
import { graphEndpoint, type GraphParams } from './graph-endpoint.ts';

/** Parameters of `graphPost`. */
export interface GraphPostParams extends GraphParams {
  /** The value to send as JSON, with the keys as they are. Default: no body. */
  readonly body?: unknown;
}

/**
 * Posts to any path of the Graph API that has no operation. An attempt is repeated only if the earlier one provably did nothing.
 *
 * Throws `OutcomeUnknownError` if Meta may have carried the call out.
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
