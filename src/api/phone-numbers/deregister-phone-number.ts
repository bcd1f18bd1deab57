import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/**
 * Takes a number off the Cloud API: it can no longer send or receive. At most 10 times in 72 hours. A number that is also used in the
 * WhatsApp Business app cannot be deregistered this way; deleting a number is possible in WhatsApp Manager only.
 *
 * Source: Meta, "Registration".
 *
 * @example
 * await deregisterPhoneNumber(client); // { success: true }
 */
export function deregisterPhoneNumber(
  client: Client,
  params: NumberTarget = {},
  options?: CallOptions,
): Promise<Success> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, params)}/deregister`,
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
