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
import { getUserIds } from './get-user-ids.ts';

/** A user that the call blocked or unblocked. */
export interface BlockedUserResult {
  /** The id as the call gave it. */
  readonly input: string;
  /** The user's WhatsApp ID, if Meta discloses it. */
  readonly wa_id?: string | undefined;
  /** The user's business-scoped user id. */
  readonly user_id?: string | undefined;
}

/** A user that Meta could not block or unblock. */
export interface FailedUserResult extends BlockedUserResult {
  /** Why Meta refused this user: the code and its text. */
  readonly errors?: readonly { readonly code: number; readonly message?: string | undefined }[] | undefined;
}

/** Parameters of `blockUsers`. */
export interface BlockUsersParams extends NumberTarget {
  /** The users to block, at least one; only users who wrote within the last 24 hours can be blocked. */
  readonly users: readonly BlockUser[];
}

/** The result of `blockUsers`. */
export interface BlockUsersResult {
  /** The users that are now blocked. */
  readonly added_users: readonly BlockedUserResult[];
  /** The users that Meta did not block, with the reason. */
  readonly failed_users: readonly FailedUserResult[];
}

/**
 * Blocks users: their messages no longer arrive, and they do not see whether the number is online. Only users who wrote within the last 24
 * hours can be blocked, up to 64,000 for each number. If some cannot be blocked, Meta refuses the call with code 139100, and the others are
 * blocked nevertheless.
 *
 * Throws `UsageError` if `users` is empty or a user has no id.
 *
 * Source: Meta, "Block users".
 *
 * @example
 * await blockUsers(client, { users: [{ user: '+16505551234' }] });
 * // { added_users: [{ input: '+16505551234', wa_id: '16505551234' }], failed_users: [] }
 */
export async function blockUsers(
  client: Client,
  params: BlockUsersParams,
  options?: CallOptions,
): Promise<BlockUsersResult> {
  checkParams('blockUsers', params, { users: 'list', phoneNumberId: false });
  const issues = validateBlockUsers({ users: params.users });
  if (issues.length > 0)
    throw new UsageError({ summary: 'The list of users to block is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, params)}/block_users`,
      body: jsonBody({ messaging_product: 'whatsapp', block_users: params.users }),
      idempotency: 'unsafe',
      sensitive: getUserIds(params.users),
      parse: (reply) => ({
        added_users: [],
        failed_users: [],
        ...parseResponse<{ block_users: Partial<BlockUsersResult> }>({ block_users: 'object' })(reply)
          .block_users,
      }),
    },
    options,
  );
}
