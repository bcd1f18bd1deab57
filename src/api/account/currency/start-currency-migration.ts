import type { WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../../transport/transport.ts';
import type { CurrencyMigrationStatus } from './get-currency-migration.ts';

/** Parameters of `startCurrencyMigration`. */
export interface StartCurrencyMigrationParams extends WabaTarget {
  /** The new billing currency as its ISO 4217 code: `INR`. */
  readonly currency: string;
  /** The id of the credit line that pays in it (`listExtendedCredits`). Default: none. */
  readonly extendedCreditId?: string | undefined;
}

/** A migration that has begun. */
export interface StartedCurrencyMigration {
  readonly migration_id: string;
  readonly migration_status: CurrencyMigrationStatus;
}

/**
 * Starts to move an account to another billing currency. Meta makes a **new account** with new template ids; the history stays with the old
 * one. Coexistence accounts and those of authorized agents cannot be moved.
 *
 * Source: Meta, "Change billing currency" (2026-06-23).
 *
 * @example
 * await startCurrencyMigration(client, { currency: 'INR' }); // { migration_id: '1224…', migration_status: 'INITIATED' }
 */
export async function startCurrencyMigration(
  client: Client,
  { wabaId, currency, extendedCreditId }: StartCurrencyMigrationParams,
  options?: CallOptions,
): Promise<StartedCurrencyMigration> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}/set_payment_method_migration_intent`,
      body: jsonBody({ currency, extended_credit_id: extendedCreditId }),
      idempotency: 'unsafe',
      parse: parseResponse<StartedCurrencyMigration>({ migration_id: 'string', migration_status: 'string' }),
    },
    options,
  );
}
