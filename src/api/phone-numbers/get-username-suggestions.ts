import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/**
 * Asks Meta for usernames that are free and fit the business. Read as names in `data`, which may be strings or objects by version.
 *
 * Source: Meta, "Business-scoped user IDs" (usernames).
 *
 * @example
 * await getUsernameSuggestions(client); // ['luckyshrub', 'lucky.shrub']
 */
export function getUsernameSuggestions(
  client: Client,
  params: NumberTarget = {},
  options?: CallOptions,
): Promise<readonly string[]> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/username_suggestions`,
      idempotency: 'safe',
      parse: (reply) =>
        parseResponse<{ data: readonly unknown[] }>({ data: 'array' })(reply).data.flatMap((entry) => {
          const names: readonly unknown[] =
            typeof entry === 'object' && entry !== null ? Object.values(entry).flat() : [entry];
          return names.filter((name) => typeof name === 'string');
        }),
    },
    options,
  );
}
