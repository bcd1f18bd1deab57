import type { Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';
import type { GroupTarget } from './delete-group.ts';

/**
 * Takes the link of a group away, so that nobody can join any more.
 *
 * Source: Meta's OpenAPI v23.0, "Groups".
 *
 * @example
 * await deleteGroupInviteLink(client, { groupId: 'Y2FwaV9n…' }); // { success: true }
 */
export function deleteGroupInviteLink(
  client: Client,
  { groupId }: GroupTarget,
  options?: CallOptions,
): Promise<Success> {
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${groupId}/invite_link`,
      body: jsonBody({ messaging_product: 'whatsapp' }),
      idempotency: 'safe',
      // Meta's specification types success as a string here.
      parse: (reply) => ({
        success: String(parseResponse<{ success: unknown }>('object')(reply).success) === 'true',
      }),
    },
    options,
  );
}
