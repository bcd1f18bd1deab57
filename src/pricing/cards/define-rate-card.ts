import { tierBounds } from './tier-bounds.ts';
import type { Currency } from '../values/money.ts';
import type { MarketRates, RateCard, RateCell, RateColumn, VolumeTier } from './rate-card.ts';

/** A built-in card before its table is read. */
export interface RateCardDefinition<C extends Currency> extends Omit<
  RateCard<C>,
  'id' | 'markets' | 'prefixes'
> {
  /** The columns after the market and the tier family. */
  readonly columns: readonly RateColumn[];
  /**
   * One market a line, cells apart by `|`: name, tier family (see `tier-bounds.ts`, empty for none), then the columns. A cell holds the rates of tier 1, 2, …
   * in ten-thousandths; `=` repeats the utility cell, `-` is Meta's n/a, `?` is not recovered.
   */
  readonly table: string;
}

/** The columns of every card since June 2023, in Meta's order. */
export const categoryColumns: readonly RateColumn[] = [
  'marketing',
  'utility',
  'authentication',
  'authentication_international',
  'service',
];

function boundsFor(family: string, column: RateColumn): readonly number[] {
  const [utility, authentication] = tierBounds[Number(family)] ?? [[], []];
  if (column === 'utility') return utility;
  return column.startsWith('authentication') ? authentication : [];
}

function readCell(text: string, bounds: readonly number[]): RateCell {
  if (text === '-') return 'not_applicable';
  const rates = text.split(' ').map((rate) => (rate === '?' ? undefined : Number(rate)));
  const [rate] = rates;
  if (rate === undefined) return 'not_on_record';
  if (bounds.length === 0) return { rate, tiers: [] };
  const tiers = rates.map((tierRate, index): VolumeTier => ({
    from: index === 0 ? 0 : (bounds[index - 1] ?? 0) + 1,
    to: bounds[index],
    rate: tierRate,
  }));
  return { rate, tiers };
}

function readTable(table: string, columns: readonly RateColumn[]): Map<string, MarketRates> {
  const markets = new Map<string, MarketRates>();
  for (const line of table.trim().split('\n')) {
    const [market = '', family = '', ...texts] = line.split('|');
    const utility = texts[columns.indexOf('utility')] ?? '';
    const rates: Partial<Record<RateColumn, RateCell>> = {};
    for (const [index, column] of columns.entries()) {
      const text = texts[index] ?? '?';
      rates[column] = readCell(text === '=' ? utility : text, boundsFor(family, column));
    }
    markets.set(market, rates);
  }
  return markets;
}

/** Makes a built-in card; its table is read once, when `markets` is first asked for, so that importing costs nothing. */
export function defineRateCard<C extends Currency>(definition: RateCardDefinition<C>): RateCard<C> {
  const { columns, table, ...card } = definition;
  let markets: Map<string, MarketRates> | undefined;
  return {
    ...card,
    id: `${card.effectiveFrom}-${card.currency}`,
    get markets() {
      return (markets ??= readTable(table, columns));
    },
  };
}
