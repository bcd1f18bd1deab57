import { type CallOptions, type Client, path, shaped } from '../../transport/transport.ts';
import type { GroupTarget } from './delete-group.ts';

/** The link by which people join. */
export interface GroupInviteLink {
  /** `https://chat.whatsapp.com/…` */
  readonly invite_link: string;
}

/**
 * Reads the link by which people join a group.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await getGroupInviteLink(client, { groupId: 'Y2FwaV9n…' }); // { invite_link: 'https://chat.whatsapp.com/LINK_ID' }
 */
export function getGroupInviteLink(
  client: Client,
  { groupId }: GroupTarget,
  options?: CallOptions,
): Promise<GroupInviteLink> {
  return client.request(
    {
      method: 'GET',
      path: path`/${groupId}/invite_link`,
      class: 'read',
      parse: shaped<GroupInviteLink>({ invite_link: 'string' }),
    },
    options,
  );
}
