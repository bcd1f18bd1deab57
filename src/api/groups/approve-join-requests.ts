import { UsageError } from '../../errors/usage-error.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';
import type { GroupTarget } from './delete-group.ts';

/** Which requests. */
export interface DecideJoinRequestsParams extends GroupTarget {
  /** One or more `join_request_id`s. */
  readonly join_requests: readonly string[];
}

/** A request for which it did not work. */
export interface FailedJoinRequest {
  readonly join_request_id: string;
  readonly errors?:
    readonly { readonly code?: number | undefined; readonly message?: string | undefined }[] | undefined;
}

/** What became of each request. When only some worked, Meta answers with status 206. */
export interface ApproveJoinRequestsResult {
  readonly approved_join_requests: readonly string[];
  readonly failed_join_requests: readonly FailedJoinRequest[];
}

/** Refuses a list without a request in it. */
export function needRequests(requests: readonly string[]): void {
  if (requests.length > 0) return;
  throw new UsageError({
    summary: 'No join request is named.',
    issues: [{ path: 'join_requests', message: 'has 0 items; at least 1 is needed', limit: 1 }],
  });
}

/**
 * Lets people into a group who asked to join.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await approveJoinRequests(client, { groupId, join_requests: ['MTY0NjcwNDM1OTU6…'] });
 * // { approved_join_requests: ['MTY0NjcwNDM1OTU6…'], failed_join_requests: [] }
 */
export function approveJoinRequests(
  client: Client,
  { groupId, join_requests }: DecideJoinRequestsParams,
  options?: CallOptions,
): Promise<ApproveJoinRequestsResult> {
  needRequests(join_requests);
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${groupId}/join_requests`,
      body: jsonBody({ messaging_product: 'whatsapp', join_requests }),
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
