import { UsageError } from '../../errors/usage-error.ts';
import { validateDisplayName } from '../../schemas/phone-number.ts';
import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** The new name. */
export interface RequestDisplayNameParams extends NumberTarget {
  /** 2 to 75 characters, and in line with Meta's rules for display names. */
  readonly displayName: string;
}

/**
 * Asks for another display name. Meta reviews it; follow it in `new_name_status` of `getPhoneNumber` or by the webhook
 * `phone_number_name_update`. Until then customers see the old name.
 *
 * Source: Meta, "Display names".
 *
 * @example
 * await requestDisplayName(client, { displayName: 'Lucky Shrub' }); // { success: true }
 */
export function requestDisplayName(
  client: Client,
  params: RequestDisplayNameParams,
  options?: CallOptions,
): Promise<Success> {
  const issues = validateDisplayName({ new_display_name: params.displayName });
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
