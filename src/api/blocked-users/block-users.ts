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
import { getPersonal } from './get-personal.ts';

/** A user whom the call blocked or unblocked. */
export interface BlockedUserResult {
  /** What was asked for. */
  readonly input: string;
  readonly wa_id?: string | undefined;
  readonly user_id?: string | undefined;
}

/** A user for whom it did not work. */
export interface FailedUserResult extends BlockedUserResult {
  readonly errors?: readonly { readonly code: number; readonly message?: string | undefined }[] | undefined;
}

/** Whom to block. */
export interface BlockUsersParams extends NumberTarget {
  /** One or more; only users who wrote within the last 24 hours can be blocked. */
  readonly users: readonly BlockUser[];
}

/** What became of each user. */
export interface BlockUsersResult {
  readonly added_users: readonly BlockedUserResult[];
  readonly failed_users: readonly FailedUserResult[];
}

/**
 * Blocks users: their messages no longer arrive, and they see no presence of the number. Only users who wrote within the last 24 hours
 * can be blocked, up to 64,000 a number. When some fail, Meta refuses the call with code 139100 and the others are blocked all the same.
 *
 * Source: Meta, "Block users".
 *
 * @example
 * await blockUsers(client, { users: [{ user: '+16505551234' }] });
 * // { added_users: [{ input: '+16505551234', wa_id: '16505551234' }], failed_users: [] }
 */
export function blockUsers(
  client: Client,
  params: BlockUsersParams,
  options?: CallOptions,
): Promise<BlockUsersResult> {
  const issues = validateBlockUsers(params.users);
  if (issues.length > 0)
    throw new UsageError({ summary: 'The list of users to block is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, params)}/block_users`,
      body: jsonBody({ messaging_product: 'whatsapp', block_users: params.users }),
      idempotency: 'unsafe',
      sensitive: getPersonal(params.users),
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
