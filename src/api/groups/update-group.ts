import { UsageError } from '../../errors/usage-error.ts';
import { validateGroupChange } from '../../schemas/group.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';

/** Parameters of `updateGroup`; what is left out stays as it is. */
export interface UpdateGroupParams {
  /** The group's id, from the webhook `group_lifecycle_update` or `listGroups`. */
  readonly groupId: string;
  /** The new name of the group: 1 to 128 characters. */
  readonly subject?: string | undefined;
  /** The new description: up to 2,048 characters. */
  readonly description?: string | undefined;
}

/** A request whose result arrives in a webhook. */
export interface GroupRequest {
  /** The id that the webhook carries as well. */
  readonly request_id?: string | undefined;
}

/**
 * Changes the subject or the description of a group and returns the id of the request. The result arrives in the webhook
 * `group_settings_update`.
 *
 * Throws `UsageError` if the subject or description breaks a limit.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await updateGroup(client, { groupId: 'Y2FwaV9n…', subject: 'Order A-17' }); // { request_id: '…' }
 */
export async function updateGroup(
  client: Client,
  { groupId, ...body }: UpdateGroupParams,
  options?: CallOptions,
): Promise<GroupRequest> {
  const issues = validateGroupChange(body);
  if (issues.length > 0) throw new UsageError({ summary: 'The change of the group breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${groupId}`,
      body: jsonBody({ messaging_product: 'whatsapp', ...body }),
      idempotency: 'unsafe',
      parse: parseResponse<GroupRequest>('object'),
    },
    options,
  );
}
