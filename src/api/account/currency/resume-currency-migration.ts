import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';
import type { CurrencyMigrationTarget } from './get-currency-migration.ts';

const checkReply = parseResponse<object>({});

/**
 * Completes a migration that is `READY_TO_COMPLETE`. Read the outcome with `getCurrencyMigration`: Meta shows no
 * reply of this call.
 *
 * Source: Meta, "Change billing currency" (2026-06-23).
 *
 * @example
 * await resumeCurrencyMigration(client, { migrationId: '1224' });
 */
export async function resumeCurrencyMigration(
  client: Client,
  { migrationId }: CurrencyMigrationTarget,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${migrationId}/resume_migration`,
      idempotency: 'unsafe',
      parse: (reply) => void checkReply(reply),
    },
    options,
  );
}
