import { UsageError } from '../../errors/usage-error.ts';
import { validateGroupChange } from '../../schemas/group.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';

/** What to change; what is left out stays as it is. */
export interface UpdateGroupParams {
  readonly groupId: string;
  /** 1 to 128 characters. */
  readonly subject?: string | undefined;
  /** Up to 2,048 characters. */
  readonly description?: string | undefined;
}

/** The request, whose outcome the webhook `group_settings_update` tells. */
export interface GroupRequest {
  readonly request_id?: string | undefined;
}

/**
 * Changes the subject or the description of a group. The outcome comes by the webhook `group_settings_update`.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await updateGroup(client, { groupId: 'Y2FwaV9n…', subject: 'Order A-17' }); // { request_id: '…' }
 */
export function updateGroup(
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
