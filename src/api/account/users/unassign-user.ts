import type { WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  formBody,
  graphPath,
  parseSuccess,
  getWabaId,
} from '../../../transport/transport.ts';

/** Parameters of `unassignUser`. */
export interface UnassignUserParams extends WabaTarget {
  /** The id of a user or system user of the business portfolio. */
  readonly user: string;
}

/**
 * Removes the access of a user or system user to an account.
 *
 * Source: Meta, "Assigned Users Management API".
 *
 * @example
 * await unassignUser(client, { user: '1020…' });
 */
export async function unassignUser(
  client: Client,
  params: UnassignUserParams,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getWabaId(client, params)}/assigned_users`,
      body: formBody({ user: params.user }),
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
