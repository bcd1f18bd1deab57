import { UsageError } from '../../errors/usage-error.ts';
import { validatePin } from '../../schemas/phone-number.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** Parameters of `setPin`. */
export interface SetPinParams extends NumberTarget {
  /** The new PIN: six digits. It never shows in errors or logs. */
  readonly pin: string;
}

/**
 * Sets or changes the two-step PIN of a number. Store it: the next registration needs it.
 *
 * Throws `UsageError` if the PIN does not have six digits.
 *
 * Source: Meta, "Two-step verification".
 *
 * @example
 * await setPin(client, { pin: '150954' });
 */
export async function setPin(client: Client, params: SetPinParams, options?: CallOptions): Promise<void> {
  const issues = validatePin(params);
  if (issues.length > 0) throw new UsageError({ summary: 'The two-step PIN is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, params)}`,
      body: jsonBody({ pin: params.pin }),
      idempotency: 'unsafe',
      sensitive: [params.pin],
      parse: parseSuccess,
    },
    options,
  );
}
