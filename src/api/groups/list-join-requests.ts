import type { Bsuid, WaId } from '../../shared/ids.ts';
import type { ListParams } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';
import type { GroupTarget } from './delete-group.ts';

/** A request to join a group. */
export interface JoinRequest {
  readonly join_request_id: string;
  readonly wa_id?: WaId | undefined;
  readonly user_id?: Bsuid | undefined;
  /** When the person asked, in seconds since 1970. */
  readonly creation_timestamp?: number | undefined;
}

/**
 * Lists the requests to join a group that needs approvals, page by page.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * for await (const { join_request_id } of listJoinRequests(client, { groupId })) console.log(join_request_id); // MTY0NjcwNDM1OTU6…
 */
export async function* listJoinRequests(
  client: Client,
  params: GroupTarget & ListParams,
  options?: CallOptions,
): AsyncGenerator<JoinRequest, void, undefined> {
  const { groupId, limit } = params;
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${groupId}/join_requests`,
      query: { limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<JoinRequest>>({ data: [{ join_request_id: 'string' }] }),
    }),
    options,
  );
}
