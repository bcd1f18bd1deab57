import { type CallOptions, type Client, graphPath, parseSuccess } from '../../../transport/transport.ts';
import type { PreverifiedTarget } from './get-preverified-number.ts';

/**
 * Deletes a pre-verified number of a partner.
 *
 * Source: Meta, "Pre-verified phone number API".
 *
 * @example
 * await deletePreverifiedNumber(client, { preverifiedId: '1060…' });
 */
export async function deletePreverifiedNumber(
  client: Client,
  { preverifiedId }: PreverifiedTarget,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    { method: 'DELETE', path: graphPath`/${preverifiedId}`, idempotency: 'safe', parse: parseSuccess },
    options,
  );
}
