import { getCurrencyMigration } from './get-currency-migration.ts';
import { resumeCurrencyMigration } from './resume-currency-migration.ts';
import { startCurrencyMigration } from './start-currency-migration.ts';

/** Moves an account to another billing currency. */
export const currencyOperations = {
  startCurrencyMigration,
  getCurrencyMigration,
  resumeCurrencyMigration,
};
