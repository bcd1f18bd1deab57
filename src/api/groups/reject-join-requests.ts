import { checkParams } from '../../errors/check-params.ts';
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
  requireJoinRequests,
} from './approve-join-requests.ts';

/** The result of `rejectJoinRequests`. */
export interface RejectJoinRequestsResult {
  /** The ids of the requests that were rejected. */
  readonly rejected_join_requests: readonly string[];
  /** The requests that were not rejected, with the reason. */
  readonly failed_join_requests: readonly FailedJoinRequest[];
}

/**
 * Rejects requests to join a group.
 *
 * Throws `UsageError` if `joinRequests` is empty.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await rejectJoinRequests(client, { groupId, joinRequests: ['MTY0NjcwNDM1OTU6…'] });
 * // { rejected_join_requests: ['MTY0NjcwNDM1OTU6…'], failed_join_requests: [] }
 */
export async function rejectJoinRequests(
  client: Client,
  params: DecideJoinRequestsParams,
  options?: CallOptions,
): Promise<RejectJoinRequestsResult> {
  const { groupId, joinRequests } = checkParams('rejectJoinRequests', params, {
    joinRequests: 'list',
    groupId: true,
  });
  requireJoinRequests(joinRequests);
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${groupId}/join_requests`,
      body: jsonBody({ messaging_product: 'whatsapp', join_requests: joinRequests }),
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
