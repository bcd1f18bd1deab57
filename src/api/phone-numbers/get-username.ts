import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** A business username. */
export interface Username {
  /** Without the `@` in front, which Meta's answers sometimes carry. */
  readonly username?: string | undefined;
  /** `approved`, `reserved` or `deleted`. */
  readonly status?: string | undefined;
}

/**
 * Returns the username of a number and its status.
 *
 * Source: Meta, "Business-scoped user IDs" (usernames).
 *
 * @example
 * await getUsername(client); // { username: 'lucky.shrub', status: 'approved' }
 */
export async function getUsername(
  client: Client,
  params: NumberTarget = {},
  options?: CallOptions,
): Promise<Username> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/username`,
      idempotency: 'safe',
      parse: (reply) => {
        const found = parseResponse<Username>({ username: 'string?' })(reply);
        return found.username ? { ...found, username: found.username.replace(/^@/, '') } : found;
      },
    },
    options,
  );
}
