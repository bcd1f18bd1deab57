import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/**
 * Returns usernames that are available and fit the business. Meta's reply holds strings or objects, depending on the version; both are
 * read.
 *
 * Source: Meta, "Business-scoped user IDs" (usernames).
 *
 * @example
 * await getUsernameSuggestions(client); // ['luckyshrub', 'lucky.shrub']
 */
export async function getUsernameSuggestions(
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
