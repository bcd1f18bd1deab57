import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';
import type { GroupTarget } from './delete-group.ts';

/** The link with which people join a group. */
export interface GroupInviteLink {
  /** `https://chat.whatsapp.com/…` */
  readonly invite_link: string;
}

/**
 * Returns the link with which people join a group.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await getGroupInviteLink(client, { groupId: 'Y2FwaV9n…' }); // { invite_link: 'https://chat.whatsapp.com/LINK_ID' }
 */
export async function getGroupInviteLink(
  client: Client,
  { groupId }: GroupTarget,
  options?: CallOptions,
): Promise<GroupInviteLink> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${groupId}/invite_link`,
      idempotency: 'safe',
      parse: parseResponse<GroupInviteLink>({ invite_link: 'string' }),
    },
    options,
  );
}
