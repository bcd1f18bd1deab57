import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';

/** The migration that a call works on. */
export interface CurrencyMigrationTarget {
  /** The id of the migration, from `startCurrencyMigration`. */
  readonly migrationId: string;
}

/** Where a migration stands. `READY_TO_COMPLETE` waits for `resumeCurrencyMigration`. */
export type CurrencyMigrationStatus =
  | 'INITIATED'
  | 'ACCEPTED'
  | 'IN_PROGRESS'
  | 'READY_TO_COMPLETE'
  | 'COMPLETED'
  | 'FAILED'
  | 'FAILED_TO_COMPLETE'
  | 'REJECTED'
  | (string & {});

/** A migration to another billing currency. */
export interface CurrencyMigration {
  readonly id: string;
  readonly status: CurrencyMigrationStatus;
  /** The new account, once Meta has made it. */
  readonly destination_waba?:
    | {
        readonly id: string;
        readonly name?: string | undefined;
        readonly currency?: string | undefined;
        readonly timezone_id?: string | undefined;
        readonly message_template_namespace?: string | undefined;
      }
    | undefined;
}

/**
 * Returns where a migration to another billing currency stands, and the new account.
 *
 * Source: Meta, "Change billing currency" (2026-06-23).
 *
 * @example
 * (await getCurrencyMigration(client, { migrationId: '1224' })).destination_waba?.currency; // 'INR'
 */
export async function getCurrencyMigration(
  client: Client,
  { migrationId }: CurrencyMigrationTarget,
  options?: CallOptions,
): Promise<CurrencyMigration> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${migrationId}`,
      query: { fields: 'id,status,destination_waba' },
      idempotency: 'safe',
      parse: parseResponse<CurrencyMigration>({ id: 'string', status: 'string' }),
    },
    options,
  );
}
