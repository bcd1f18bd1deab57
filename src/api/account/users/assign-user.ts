import { checkParams } from '../../../errors/check-params.ts';
import { UsageError } from '../../../errors/usage-error.ts';
import type { WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  formBody,
  graphPath,
  parseSuccess,
  getWabaId,
} from '../../../transport/transport.ts';

/** What someone may do with an account. Source: Meta's OpenAPI v23.0. */
export type WabaTask =
  | 'MANAGE'
  | 'DEVELOP'
  | 'MANAGE_TEMPLATES'
  | 'MANAGE_PHONE'
  | 'VIEW_COST'
  | 'MANAGE_EXTENSIONS'
  | 'VIEW_PHONE_ASSETS'
  | 'MANAGE_PHONE_ASSETS'
  | 'VIEW_TEMPLATES'
  | 'VIEW_INSIGHTS'
  | 'RECEIVE_INCOMING_MESSAGES'
  | 'MANAGE_BILLING'
  | 'MANAGE_USERS'
  | 'MESSAGING'
  | 'FULL_CONTROL';

/** Parameters of `assignUser`. */
export interface AssignUserParams extends WabaTarget {
  /** The id of a user or system user of the business portfolio. */
  readonly user: string;
  /** What the user may do: at least one task. */
  readonly tasks: readonly WabaTask[];
}

/**
 * Gives a user or system user access to an account.
 *
 * Throws `UsageError` if `tasks` is empty.
 *
 * Source: Meta, "Assigned Users Management API".
 *
 * @example
 * await assignUser(client, { user: '1020…', tasks: ['MANAGE'] });
 */
export async function assignUser(
  client: Client,
  params: AssignUserParams,
  options?: CallOptions,
): Promise<void> {
  checkParams('assignUser', params, { user: true, tasks: 'list', wabaId: false });
  const { user, tasks } = params;
  if (tasks.length === 0) {
    throw new UsageError({
      summary: 'The user needs a task.',
      issues: [{ path: 'tasks', message: 'has 0 items; at least 1 is needed', limit: 1 }],
    });
  }
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, params)}/assigned_users`,
      body: formBody({ user, tasks: JSON.stringify(tasks) }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
