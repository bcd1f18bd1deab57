import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';
import type { GroupTarget } from './delete-group.ts';
import type { GroupInviteLink } from './get-group-invite-link.ts';

/**
 * Creates a new invite link for a group and returns it; the old link stops working.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await resetGroupInviteLink(client, { groupId: 'Y2FwaV9n…' }); // { invite_link: 'https://chat.whatsapp.com/NEW_ID' }
 */
export async function resetGroupInviteLink(
  client: Client,
  { groupId }: GroupTarget,
  options?: CallOptions,
): Promise<GroupInviteLink> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${groupId}/invite_link`,
      body: jsonBody({ messaging_product: 'whatsapp' }),
      idempotency: 'unsafe',
      parse: parseResponse<GroupInviteLink>({ invite_link: 'string' }),
    },
    options,
  );
}
