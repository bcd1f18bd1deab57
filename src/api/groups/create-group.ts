import { UsageError } from '../../errors/usage-error.ts';
import { validateNewGroup } from '../../schemas/group.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseResponse,
  toSnakeCaseKeys,
} from '../../transport/transport.ts';

/** Parameters of `createGroup`. */
export interface CreateGroupParams extends NumberTarget {
  /** The name of the group: 1 to 128 characters. */
  readonly subject: string;
  /** What the group is about: up to 2,048 characters. Default: none. */
  readonly description?: string | undefined;
  /** Whether people with the link join at once or need an approval. Default: `auto_approve`. */
  readonly joinApprovalMode?: 'auto_approve' | 'approval_required' | undefined;
}

/**
 * Creates a group of up to 8 people, who join by its link, and returns the id of the request. The group's id and link arrive in the webhook
 * `group_lifecycle_update` with the same `request_id`. Requires an official business account and the messaging limit of 100,000.
 *
 * Throws `UsageError` if the subject or description breaks a limit.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await createGroup(client, { subject: 'New purchase inquiry' }); // { request_id: '…' }
 */
export async function createGroup(
  client: Client,
  { phoneNumberId, ...body }: CreateGroupParams,
  options?: CallOptions,
): Promise<{ readonly request_id: string }> {
  const issues = validateNewGroup(body);
  if (issues.length > 0) throw new UsageError({ summary: 'The group breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/groups`,
      body: jsonBody({ messaging_product: 'whatsapp', ...toSnakeCaseKeys(body) }),
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly request_id: string }>({ request_id: 'string' }),
    },
    options,
  );
}
