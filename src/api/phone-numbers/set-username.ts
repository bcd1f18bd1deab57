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
} from '../../transport/transport.ts';

/** The name to take. */
export interface SetUsernameParams extends NumberTarget {
  /** 3 to 35 of `a-z 0-9 . _`, with a letter, without `@`. */
  readonly username: string;
  /** `force_transfer` takes the name from another number of the same business. Default `none`. */
  readonly transfer_action?: 'none' | 'force_transfer' | undefined;
}

/**
 * Takes a username for a number. `reserved` means that Meta keeps it until usernames are open in your market.
 *
 * Source: Meta, "Business-scoped user IDs" (usernames).
 *
 * @example
 * await setUsername(client, { username: 'lucky.shrub' }); // { status: 'approved' }
 */
export function setUsername(
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
      body: jsonBody(body),
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly status: string }>({ status: 'string' }),
    },
    options,
  );
}
