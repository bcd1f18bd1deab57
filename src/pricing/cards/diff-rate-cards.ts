import type { RateCard, RateCell, RateColumn } from './rate-card.ts';

/** One cell that differs between two cards. */
export interface RateChange {
  /** Meta's market name. */
  readonly market: string;
  /** The column. */
  readonly column: RateColumn;
  /** The list rate before, in ten-thousandths; `undefined` where there was none. */
  readonly before: number | undefined;
  /** The list rate after, in ten-thousandths; `undefined` where there is none. */
  readonly after: number | undefined;
}

/** What changed from one card to the next. */
export interface RateCardDiff {
  /** The cards' names. */
  readonly before: string;
  readonly after: string;
  /** Markets that the first card does not have. */
  readonly addedMarkets: readonly string[];
  /** Markets that the second card no longer has. */
  readonly removedMarkets: readonly string[];
  /** List rates that changed, in markets that both cards have. */
  readonly rates: readonly RateChange[];
  /** Market and column whose volume tiers changed (bounds, or a rate past the first tier), where both cards hold tiers. */
  readonly tiers: readonly { readonly market: string; readonly column: RateColumn }[];
}

function listRate(cell: RateCell | undefined): number | undefined {
  return typeof cell === 'object' ? cell.rate : undefined;
}

function laterTiers(cell: RateCell | undefined): string {
  if (typeof cell !== 'object') return '';
  return cell.tiers
    .map((tier, index) => `${tier.from}:${tier.to ?? ''}:${index === 0 ? '' : (tier.rate ?? '')}`)
    .join();
}

/**
 * Tells what changed between two rate cards of one currency: new and lost markets, list rates, volume tiers. Cells of which neither rate is known
 * are left out.
 *
 * @example
 * diffRateCards(usd20260701, usd20261001).rates[0];
 * // { market: 'Argentina', column: 'service', before: undefined, after: 260 }
 */
export function diffRateCards(before: RateCard, after: RateCard): RateCardDiff {
  const rates: RateChange[] = [];
  const tiers: { market: string; column: RateColumn }[] = [];
  for (const [market, now] of after.markets) {
    const then = before.markets.get(market);
    if (then === undefined) continue;
    for (const name of new Set([...Object.keys(then), ...Object.keys(now)])) {
      const column = name as RateColumn;
      const [was, is] = [listRate(then[column]), listRate(now[column])];
      if (was !== is) rates.push({ market, column, before: was, after: is });
      const [wasTiers, isTiers] = [laterTiers(then[column]), laterTiers(now[column])];
      if (wasTiers !== '' && isTiers !== '' && wasTiers !== isTiers) tiers.push({ market, column });
    }
  }
  return {
    before: before.id,
    after: after.id,
    addedMarkets: [...after.markets.keys()].filter((market) => !before.markets.has(market)),
    removedMarkets: [...before.markets.keys()].filter((market) => !after.markets.has(market)),
    rates,
    tiers,
  };
}
