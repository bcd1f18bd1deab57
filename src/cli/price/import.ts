import type { Command } from 'commander';
import { diffRateCards, moneyToDecimal, rateCards, type RateCard, type RateChange } from 'wabakit/pricing';
import type { CliIo } from '../io.ts';
import { textTable, type Column } from '../table.ts';
import { loadCard } from './load-card.ts';
import { exitCodes, unknownPrice } from './options.ts';

interface ImportFlags {
  readonly tiers?: string;
  readonly against?: string;
  readonly effectiveFrom?: string;
  readonly json?: boolean;
}

const columnsIn = (currency: RateCard['currency']): readonly Column<RateChange>[] => {
  const rate = (units: number | undefined): string =>
    units === undefined ? 'none' : moneyToDecimal({ currency, scaledAmount: units, scale: 4 });
  return [
    { head: 'market', cell: ({ market }) => market },
    { head: 'column', cell: ({ column }) => column },
    { head: 'before', cell: ({ before }) => rate(before), right: true },
    { head: 'after', cell: ({ after }) => rate(after), right: true },
  ];
};

/** The card that was in force before: the latest built-in one of the same currency with an earlier day. */
const cardBefore = (card: RateCard): RateCard | undefined =>
  rateCards.find(
    ({ currency, effectiveFrom }) => currency === card.currency && effectiveFrom < card.effectiveFrom,
  );

/** `wabakit price import rates.csv`: is Meta's file whole, and what does it change? */
export function registerImport(price: Command, io: CliIo): void {
  price
    .command('import')
    .description(
      'Check a rate card as Meta offers it for download, and show what changes against the card before. Nothing is kept: give the file to --card.',
    )
    .argument('<rates>', 'the rate card CSV')
    .option('--tiers <file>', 'the volume tier CSV of the same day')
    .option('--against <card>', 'the name or file of the card to compare with')
    .option('--effective-from <date>', 'the first day of the card, if the file does not contain it')
    .option('--json', 'print JSON')
    .addHelpText('after', exitCodes)
    .action(async (path: string, { tiers, against, effectiveFrom, json }: ImportFlags) => {
      const card = await loadCard(path, tiers, effectiveFrom);
      const before = against === undefined ? cardBefore(card) : await loadCard(against);
      const diff = before === undefined ? undefined : diffRateCards(before, card);
      if (!card.complete) io.fail(unknownPrice);
      if (json) {
        const { markets, ...about } = card;
        io.out(JSON.stringify({ card: { ...about, markets: Object.fromEntries(markets) }, diff }, null, 2));
        return;
      }
      const lines = [
        `${card.id}: ${card.markets.size} markets, in force from ${card.effectiveFrom}, ${card.complete ? 'every rate is there' : 'some cells are empty: their prices are not known'}.`,
        tiers === undefined
          ? 'Without volume tiers: give --tiers. Utility and authentication past the first tier have no known price.'
          : `Volume tiers from ${tiers}.`,
      ];
      if (diff === undefined) lines.push(`No earlier ${card.currency} card is built in to compare with.`);
      else {
        const { addedMarkets, removedMarkets, rates, tiers: changed } = diff;
        lines.push(
          `Against ${diff.before}: ${rates.length} list rates and ${changed.length} tier tables differ.`,
        );
        if (addedMarkets.length > 0) lines.push(`New markets: ${addedMarkets.join(', ')}.`);
        if (removedMarkets.length > 0) lines.push(`Markets that are gone: ${removedMarkets.join(', ')}.`);
        if (rates.length > 0) lines.push('', textTable(rates, columnsIn(card.currency)));
      }
      io.out(lines.join('\n'));
    });
}
