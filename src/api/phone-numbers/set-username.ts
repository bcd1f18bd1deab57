import { UsageError } from '../../errors/usage-error.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import { validateUsername } from '../../schemas/username.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseResponse,
  toSnakeCaseKeys,
} from '../../transport/transport.ts';

/** Parameters of `setUsername`. */
export interface SetUsernameParams extends NumberTarget {
  /** The username without `@`: 3 to 35 characters of `a-z 0-9 . _`, at least one of them a letter. */
  readonly username: string;
  /** `force_transfer` moves the username from another number of the same business. Default: `none`. */
  readonly transferAction?: 'none' | 'force_transfer' | undefined;
}

/**
 * Sets the username of a number and returns its status. `reserved` means that Meta holds it until usernames are available in your market.
 *
 * Throws `UsageError` if the username breaks a rule.
 *
 * Source: Meta, "Business-scoped user IDs" (usernames).
 *
 * @example
 * await setUsername(client, { username: 'lucky.shrub' }); // { status: 'approved' }
 */
export async function setUsername(
  client: Client,
  { phoneNumberId, ...body }: SetUsernameParams,
  options?: CallOptions,
): Promise<{ readonly status: string }> {
  const issues = validateUsername(body);
  if (issues.length > 0) throw new UsageError({ summary: 'The username is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/username`,
      body: jsonBody(toSnakeCaseKeys(body)),
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly status: string }>({ status: 'string' }),
    },
    options,
  );
}
