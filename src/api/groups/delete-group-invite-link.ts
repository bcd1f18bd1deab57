import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  parseSuccess,
} from '../../transport/transport.ts';
import type { GroupTarget } from './delete-group.ts';

/**
 * Deletes the invite link of a group, so that no one can join with it.
 *
 * Source: Meta's OpenAPI v23.0, "Groups".
 *
 * @example
 * await deleteGroupInviteLink(client, { groupId: 'Y2FwaV9n…' });
 */
export async function deleteGroupInviteLink(
  client: Client,
  { groupId }: GroupTarget,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${groupId}/invite_link`,
      body: jsonBody({ messaging_product: 'whatsapp' }),
      idempotency: 'safe',
      // Meta's specification types success as a string here.
      parse: (reply) => {
        const { success } = parseResponse<{ success?: unknown }>('object')(reply);
        parseSuccess({ ...reply, json: { success: success === true || success === 'true' } });
      },
    },
    options,
  );
}
