import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/**
 * Gives up the username of a number.
 *
 * Source: Meta, "Business-scoped user IDs" (usernames).
 *
 * @example
 * await deleteUsername(client);
 */
export async function deleteUsername(
  client: Client,
  params: NumberTarget = {},
  options?: CallOptions,
): Promise<void> {
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
