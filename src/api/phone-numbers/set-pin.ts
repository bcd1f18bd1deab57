import { UsageError } from '../../errors/usage-error.ts';
import { validatePin } from '../../schemas/phone-number.ts';
import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** The new PIN. */
export interface SetPinParams extends NumberTarget {
  /** Six digits. */
  readonly pin: string;
}

/**
 * Sets or changes the two-step PIN of a number. Keep it: registering asks for it.
 *
 * Source: Meta, "Two-step verification".
 *
 * @example
 * await setPin(client, { pin: '150954' }); // { success: true }
 */
export function setPin(client: Client, params: SetPinParams, options?: CallOptions): Promise<Success> {
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
