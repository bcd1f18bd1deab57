import type { Success } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, graphPath, parseSuccess } from '../../../transport/transport.ts';
import type { PreverifiedTarget } from './get-preverified-number.ts';

/**
 * Deletes a pre-verified number from a partner's stock.
 *
 * Source: Meta, "Pre-verified phone number API".
 *
 * @example
 * await deletePreverifiedNumber(client, { preverifiedId: '1060…' }); // { success: true }
 */
export function deletePreverifiedNumber(
  client: Client,
  { preverifiedId }: PreverifiedTarget,
  options?: CallOptions,
): Promise<Success> {
  return client.request(
    { method: 'DELETE', path: graphPath`/${preverifiedId}`, idempotency: 'safe', parse: parseSuccess },
    options,
  );
}
