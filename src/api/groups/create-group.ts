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
} from '../../transport/transport.ts';

/** A new group. */
export interface CreateGroupParams extends NumberTarget {
  /** 1 to 128 characters. */
  readonly subject: string;
  /** Up to 2,048 characters. */
  readonly description?: string | undefined;
  /** Whether people with the link join at once. Default `auto_approve`. */
  readonly join_approval_mode?: 'auto_approve' | 'approval_required' | undefined;
}

/**
 * Creates a group of up to 8 people, who join by its link. The group's id and link come by the webhook `group_lifecycle_update`, which
 * carries the same `request_id`. Needs an official business account and the 100,000 messaging limit.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * await createGroup(client, { subject: 'New purchase inquiry' }); // { request_id: '…' }
 */
export function createGroup(
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
      body: jsonBody({ messaging_product: 'whatsapp', ...body }),
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly request_id: string }>({ request_id: 'string' }),
    },
    options,
  );
}
