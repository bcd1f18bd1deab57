import { UsageError } from '../../errors/usage-error.ts';
import { validateDisplayName } from '../../schemas/phone-number.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** Parameters of `requestDisplayName`. */
export interface RequestDisplayNameParams extends NumberTarget {
  /** The new name: 2 to 75 characters that follow Meta's rules for display names. */
  readonly displayName: string;
}

/**
 * Requests a new display name. Meta reviews it; the result is in `new_name_status` of `getPhoneNumber` and in the webhook
 * `phone_number_name_update`. Until then customers see the old name.
 *
 * Throws `UsageError` if the name does not have 2 to 75 characters.
 *
 * Source: Meta, "Display names".
 *
 * @example
 * await requestDisplayName(client, { displayName: 'Lucky Shrub' });
 */
export async function requestDisplayName(
  client: Client,
  params: RequestDisplayNameParams,
  options?: CallOptions,
): Promise<void> {
  const issues = validateDisplayName({ displayName: params.displayName });
  if (issues.length > 0) throw new UsageError({ summary: 'The display name is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, params)}`,
      query: { new_display_name: params.displayName },
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
