import type { Success, WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  formBody,
  graphPath,
  parseSuccess,
  getWabaId,
} from '../../../transport/transport.ts';

/** Who. */
export interface UnassignUserParams extends WabaTarget {
  /** The id of a user or system user. */
  readonly user: string;
}

/**
 * Takes an account away from a user or system user.
 *
 * Source: Meta, "Assigned Users Management API".
 *
 * @example
 * await unassignUser(client, { user: '1020…' }); // { success: true }
 */
export function unassignUser(
  client: Client,
  params: UnassignUserParams,
  options?: CallOptions,
): Promise<Success> {
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
