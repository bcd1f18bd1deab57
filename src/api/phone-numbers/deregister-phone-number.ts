import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/**
 * Removes a number from the Cloud API: it can no longer send or receive. Meta allows 10 calls in 72 hours. A number that is also used in
 * the WhatsApp Business app cannot be deregistered with this call; a number can be deleted in WhatsApp Manager only.
 *
 * Source: Meta, "Registration".
 *
 * @example
 * await deregisterPhoneNumber(client);
 */
export async function deregisterPhoneNumber(
  client: Client,
  params: NumberTarget = {},
  options?: CallOptions,
): Promise<void> {
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
