import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';
import type { GroupRequest } from './update-group.ts';

/** Which group. */
export interface GroupTarget {
  /** The group's id, from the webhook `group_lifecycle_update` or a list. */
  readonly groupId: string;
}

/**
 * Deletes a group and takes everyone out of it. The outcome comes by the webhook `group_lifecycle_update`.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await deleteGroup(client, { groupId: 'Y2FwaV9n…' }); // { success: true }
 */
export function deleteGroup(
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
