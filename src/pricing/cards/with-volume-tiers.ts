import type { VolumeTierTable } from './parse-volume-tier-csv.ts';
import { PricingError } from '../values/pricing-error.ts';
import type { PricingIssue } from '../values/pricing-error.ts';
import type { MarketRates, RateCard, RateCell, RateColumn } from './rate-card.ts';

/**
 * Joins a rate card with its volume tiers, after checking that they belong together: same currency and day, known markets, and a first tier that
 * equals the list rate. Throws `PricingError` that names every place where they do not.
 *
 * @example
 * const card = withVolumeTiers(parseRateCardCsv(rates), parseVolumeTierCsv(tiers));
 * quoteFromCard({ card, to: '+5511987654321', category: 'utility', volume: 250_000 });
 */
export function withVolumeTiers(card: RateCard, table: VolumeTierTable): RateCard {
  const issues: PricingIssue[] = [];
  if (table.currency !== card.currency) {
    issues.push({
      path: 'currency',
      message: `the tiers are in ${table.currency}, the card is in ${card.currency}.`,
    });
  }
  if (table.effectiveFrom !== card.effectiveFrom) {
    const message = `the tiers begin on ${table.effectiveFrom}, the card on ${card.effectiveFrom}.`;
    issues.push({ path: 'effectiveFrom', message });
  }
  const markets = new Map<string, MarketRates>(card.markets);
  for (const [market, tiersByColumn] of table.markets) {
    const rates = card.markets.get(market);
    if (rates === undefined) {
      issues.push({ path: market, message: 'the card does not have this market.' });
      continue;
    }
    const joined: Partial<Record<RateColumn, RateCell>> = { ...rates };
    for (const [name, tiers] of Object.entries(tiersByColumn)) {
      const column = name as RateColumn;
      const cell = rates[column];
      const listRate = typeof cell === 'object' ? cell.rate : undefined;
      if (listRate === undefined || tiers[0]?.rate !== listRate) {
        const message = `the first tier's rate ${tiers[0]?.rate ?? 'n/a'} is not the list rate ${listRate ?? 'n/a'} (in ten-thousandths).`;
        issues.push({ path: `${market}, ${column}`, message });
      } else joined[column] = { rate: listRate, tiers };
    }
    markets.set(market, joined);
  }
  if (issues.length > 0) throw new PricingError('The volume tiers do not belong to this rate card.', issues);
  return { ...card, markets };
}
