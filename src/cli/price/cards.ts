import type { Command } from 'commander';
import { rateCards, type RateCard } from 'wabakit/pricing';
import type { CliIo } from '../io.ts';
import { textTable, type Column } from '../table.ts';

const columns: readonly Column<RateCard>[] = [
  { head: 'card', cell: ({ id }) => id },
  { head: 'from', cell: ({ effectiveFrom }) => effectiveFrom },
  { head: 'until', cell: ({ effectiveUntil }) => effectiveUntil ?? '' },
  { head: 'markets', cell: ({ markets }) => String(markets.size), right: true },
  { head: 'complete', cell: ({ complete }) => (complete ? 'yes' : 'no') },
  { head: 'confidence', cell: ({ confidence }) => confidence },
  { head: 'charged', cell: ({ model }) => model },
];

/** `wabakit price cards`: the rate cards that come with the package. */
export function registerCards(price: Command, io: CliIo): void {
  price
    .command('cards')
    .description('List the built-in rate cards with source and confidence.')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => {
      const rows = rateCards.map(({ markets, ...card }) => ({ ...card, markets: markets.size }));
      io.out(json ? JSON.stringify(rows, null, 2) : textTable(rateCards, columns));
    });
}
