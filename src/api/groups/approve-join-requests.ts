import { checkParams } from '../../errors/check-params.ts';
import { UsageError } from '../../errors/usage-error.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';
import type { GroupTarget } from './delete-group.ts';

/** Parameters of `approveJoinRequests` and `rejectJoinRequests`. */
export interface DecideJoinRequestsParams extends GroupTarget {
  /** The `join_request_id`s of `listJoinRequests`, at least one. */
  readonly joinRequests: readonly string[];
}

/** A request that Meta could not decide. */
export interface FailedJoinRequest {
  readonly join_request_id: string;
  readonly errors?:
    readonly { readonly code?: number | undefined; readonly message?: string | undefined }[] | undefined;
}

/** The result of `approveJoinRequests`. If only some requests worked, Meta answers with status 206. */
export interface ApproveJoinRequestsResult {
  /** The ids of the requests that were approved. */
  readonly approved_join_requests: readonly string[];
  /** The requests that were not approved, with the reason. */
  readonly failed_join_requests: readonly FailedJoinRequest[];
}

/** Throws a `UsageError` if the list of requests is empty. */
export function requireJoinRequests(requests: readonly string[]): void {
  if (requests.length > 0) return;
  throw new UsageError({
    summary: 'The call names no join request.',
    issues: [{ path: 'joinRequests', message: 'has 0 items; at least 1 is needed', limit: 1 }],
  });
}

/**
 * Approves requests to join a group.
 *
 * Throws `UsageError` if `joinRequests` is empty.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await approveJoinRequests(client, { groupId, joinRequests: ['MTY0NjcwNDM1OTU6…'] });
 * // { approved_join_requests: ['MTY0NjcwNDM1OTU6…'], failed_join_requests: [] }
 */
export async function approveJoinRequests(
  client: Client,
  params: DecideJoinRequestsParams,
  options?: CallOptions,
): Promise<ApproveJoinRequestsResult> {
  const { groupId, joinRequests } = checkParams('approveJoinRequests', params, {
    joinRequests: 'list',
    groupId: true,
  });
  requireJoinRequests(joinRequests);
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${groupId}/join_requests`,
      body: jsonBody({ messaging_product: 'whatsapp', join_requests: joinRequests }),
      idempotency: 'unsafe',
      parse: (reply) => ({
        approved_join_requests: [],
        failed_join_requests: [],
        ...parseResponse<Partial<ApproveJoinRequestsResult>>({ approved_join_requests: 'array?' })(reply),
      }),
    },
    options,
  );
}
