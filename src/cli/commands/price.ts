import type { Command } from 'commander';
import type { CliIo } from '../io.ts';
import { registerCall } from '../price/call.ts';
import { registerCards } from '../price/cards.ts';
import { registerCheck } from '../price/check.ts';
import { registerCompare } from '../price/compare.ts';
import { registerEstimate } from '../price/estimate.ts';
import { registerImport } from '../price/import.ts';
import { registerQuote } from '../price/quote.ts';

/** `wabakit price …`: prices messages before they are sent, offline and without a token. */
export function registerPrice(program: Command, io: CliIo): void {
  const price = program
    .command('price')
    .description('Price messages by date, market, category and window. Works offline.');
  registerQuote(price, io);
  registerEstimate(price, io);
  registerCompare(price, io);
  registerCheck(price, io);
  registerCall(price, io);
  registerImport(price, io);
  registerCards(price, io);
}
