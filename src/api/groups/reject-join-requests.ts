import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';
import {
  type DecideJoinRequestsParams,
  type FailedJoinRequest,
  needRequests,
} from './approve-join-requests.ts';

/** What became of each request. */
export interface RejectJoinRequestsResult {
  readonly rejected_join_requests: readonly string[];
  readonly failed_join_requests: readonly FailedJoinRequest[];
}

/**
 * Turns people away who asked to join a group.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await rejectJoinRequests(client, { groupId, join_requests: ['MTY0NjcwNDM1OTU6…'] });
 * // { rejected_join_requests: ['MTY0NjcwNDM1OTU6…'], failed_join_requests: [] }
 */
export function rejectJoinRequests(
  client: Client,
  { groupId, join_requests }: DecideJoinRequestsParams,
  options?: CallOptions,
): Promise<RejectJoinRequestsResult> {
  needRequests(join_requests);
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${groupId}/join_requests`,
      body: jsonBody({ messaging_product: 'whatsapp', join_requests }),
      idempotency: 'safe',
      parse: (reply) => ({
        rejected_join_requests: [],
        failed_join_requests: [],
        ...parseResponse<Partial<RejectJoinRequestsResult>>({ rejected_join_requests: 'array?' })(reply),
      }),
    },
    options,
  );
}
