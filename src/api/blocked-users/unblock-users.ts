import { UsageError } from '../../errors/usage-error.ts';
import { type BlockUser, validateBlockUsers } from '../../schemas/blocked-user.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';
import type { BlockedUserResult, FailedUserResult } from './block-users.ts';
import { getPersonal } from './get-personal.ts';

/** Whom to unblock. */
export interface UnblockUsersParams extends NumberTarget {
  /** One or more. */
  readonly users: readonly BlockUser[];
}

/** What became of each user. */
export interface UnblockUsersResult {
  readonly removed_users: readonly BlockedUserResult[];
  readonly failed_users: readonly FailedUserResult[];
}

/**
 * Takes users off the block list; messages that they sent meanwhile do not come afterwards.
 *
 * Source: Meta, "Block users".
 *
 * @example
 * await unblockUsers(client, { users: [{ user: '+16505551234' }] });
 * // { removed_users: [{ input: '+16505551234', wa_id: '16505551234' }], failed_users: [] }
 */
export function unblockUsers(
  client: Client,
  params: UnblockUsersParams,
  options?: CallOptions,
): Promise<UnblockUsersResult> {
  const issues = validateBlockUsers(params.users);
  if (issues.length > 0)
    throw new UsageError({ summary: 'The list of users to unblock is not valid.', issues });
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getPhoneNumberId(client, params)}/block_users`,
      body: jsonBody({ messaging_product: 'whatsapp', block_users: params.users }),
      idempotency: 'safe',
      sensitive: getPersonal(params.users),
      parse: (reply) => ({
        removed_users: [],
        failed_users: [],
        ...parseResponse<{ block_users: Partial<UnblockUsersResult> }>({ block_users: 'object' })(reply)
          .block_users,
      }),
    },
    options,
  );
}
