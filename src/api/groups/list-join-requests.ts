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

/** Someone who wants to join. */
export interface JoinRequest {
  readonly join_request_id: string;
  readonly wa_id?: WaId | undefined;
  readonly user_id?: Bsuid | undefined;
  /** Seconds. */
  readonly creation_timestamp?: number | undefined;
}

/**
 * Lists who waits to join a group whose people are approved one by one.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * for await (const { join_request_id } of listJoinRequests(client, { groupId })) console.log(join_request_id); // MTY0NjcwNDM1OTU6…
 */
export function listJoinRequests(
  client: Client,
  { groupId, limit }: GroupTarget & ListParams,
  options?: CallOptions,
): AsyncGenerator<JoinRequest, void, undefined> {
  return paginate(
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
