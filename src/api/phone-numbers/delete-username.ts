import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
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
      path: graphPath`/${getPhoneNumberId(client, params)}/username`,
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
