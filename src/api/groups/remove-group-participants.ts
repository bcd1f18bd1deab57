import { checkParams } from '../../errors/check-params.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { validateParticipants } from '../../schemas/group.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';
import type { GroupTarget } from './delete-group.ts';
import type { GroupRequest } from './update-group.ts';

/** A participant to remove: a phone number or WhatsApp ID in `user`, or a business-scoped user id in `user_id`. Never both. */
export interface GroupParticipant {
  readonly user?: string | undefined;
  readonly user_id?: string | undefined;
}

/** Parameters of `removeGroupParticipants`. */
export interface RemoveGroupParticipantsParams extends GroupTarget {
  /** The participants to remove: 1 to 8. */
  readonly participants: readonly GroupParticipant[];
}

/**
 * Removes people from a group, who cannot join again with the link, and returns the id of the request. The result arrives in the webhook
 * `group_participants_update`.
 *
 * Throws `UsageError` if there are no or more than 8 participants, or one has two ids.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await removeGroupParticipants(client, { groupId, participants: [{ user: '+17865347866' }] }); // { request_id: '…' }
 */
export async function removeGroupParticipants(
  client: Client,
  params: RemoveGroupParticipantsParams,
  options?: CallOptions,
): Promise<GroupRequest> {
  const { groupId, participants } = checkParams('removeGroupParticipants', params, {
    participants: 'list',
    groupId: true,
  });
  const issues = validateParticipants({ participants });
  if (issues.length > 0) throw new UsageError({ summary: 'The list of participants is not valid.', issues });
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${groupId}/participants`,
      body: jsonBody({ messaging_product: 'whatsapp', participants }),
      idempotency: 'safe',
      sensitive: participants.flatMap(({ user, user_id }) =>
        [user, user_id].filter((id) => id !== undefined),
      ),
      parse: parseResponse<GroupRequest>('object'),
    },
    options,
  );
}
