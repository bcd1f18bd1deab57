import { checkParams } from '../../errors/check-params.ts';
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
import { getUserIds } from './get-user-ids.ts';

/** Parameters of `unblockUsers`. */
export interface UnblockUsersParams extends NumberTarget {
  /** The users to unblock, at least one. */
  readonly users: readonly BlockUser[];
}

/** The result of `unblockUsers`. */
export interface UnblockUsersResult {
  /** The users that are no longer blocked. */
  readonly removed_users: readonly BlockedUserResult[];
  /** The users that Meta did not unblock, with the reason. */
  readonly failed_users: readonly FailedUserResult[];
}

/**
 * Unblocks users. Messages that they sent while they were blocked are not delivered later.
 *
 * Throws `UsageError` if `users` is empty or a user has no id.
 *
 * Source: Meta, "Block users".
 *
 * @example
 * await unblockUsers(client, { users: [{ user: '+16505551234' }] });
 * // { removed_users: [{ input: '+16505551234', wa_id: '16505551234' }], failed_users: [] }
 */
export async function unblockUsers(
  client: Client,
  params: UnblockUsersParams,
  options?: CallOptions,
): Promise<UnblockUsersResult> {
  checkParams('unblockUsers', params, { users: 'list', phoneNumberId: false });
  const issues = validateBlockUsers({ users: params.users });
  if (issues.length > 0)
    throw new UsageError({ summary: 'The list of users to unblock is not valid.', issues });
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getPhoneNumberId(client, params)}/block_users`,
      body: jsonBody({ messaging_product: 'whatsapp', block_users: params.users }),
      idempotency: 'safe',
      sensitive: getUserIds(params.users),
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
