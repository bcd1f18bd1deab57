import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  path,
  phoneNumberIdOf,
  succeeded,
} from '../../transport/transport.ts';

/**
 * Gives the username of a number up.
 *
 * Source: Meta, "Business-scoped user IDs" (usernames).
 *
 * @example
 * await deleteUsername(client); // { success: true }
 */
export function deleteUsername(
  client: Client,
  params: NumberTarget = {},
  options?: CallOptions,
): Promise<Success> {
  return client.request(
    {
      method: 'DELETE',
      path: path`/${phoneNumberIdOf(client, params)}/username`,
      class: 'read',
      parse: succeeded,
    },
    options,
  );
}
