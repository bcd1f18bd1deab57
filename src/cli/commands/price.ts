import type { Command } from 'commander';
import type { CliIo } from '../io.ts';
import { registerCards } from '../price/cards.ts';
import { registerCompare } from '../price/compare.ts';
import { registerEstimate } from '../price/estimate.ts';
import { registerImport } from '../price/import.ts';
import { registerQuote } from '../price/quote.ts';

/** `wabakit price …`: what messages cost, before they are sent. No token is needed and nothing is asked of anybody. */
export function registerPrice(program: Command, io: CliIo): void {
  const price = program
    .command('price')
    .description('What messages cost, by date, market, category and window.');
  registerQuote(price, io);
  registerEstimate(price, io);
  registerCompare(price, io);
  registerImport(price, io);
  registerCards(price, io);
}
