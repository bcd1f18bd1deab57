import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';
import type { GroupRequest } from './update-group.ts';

/** The group that a call works on. */
export interface GroupTarget {
  /** The group's id, from the webhook `group_lifecycle_update` or a list. */
  readonly groupId: string;
}

/**
 * Deletes a group and removes everyone from it, and returns the id of the request. The result arrives in the webhook
 * `group_lifecycle_update`.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await deleteGroup(client, { groupId: 'Y2FwaV9n…' }); // { request_id: '…' }
 */
export async function deleteGroup(
  client: Client,
  { groupId }: GroupTarget,
  options?: CallOptions,
): Promise<GroupRequest> {
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${groupId}`,
      idempotency: 'safe',
      parse: parseResponse<GroupRequest>('object'),
    },
    options,
  );
}
