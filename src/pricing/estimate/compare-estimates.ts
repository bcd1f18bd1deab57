import { estimate } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import type { EstimateParams } from './estimate-params.ts';
import { createMoney, subtractMoney } from '../values/money.ts';
import type { Currency, Money } from '../values/money.ts';
import type { PlanRow } from './plan.ts';
import { badValue } from '../values/pricing-error.ts';
import type { MessageCategory } from '../quote/quote-result.ts';
import type { RateCard } from '../cards/rate-card.ts';

/** One way to price the plan: at a date, or with a card. */
export interface Scenario<C extends Currency = Currency> {
  /** The name of the scenario. Default: the card's id, or the date of `at`. */
  readonly label?: string | undefined;
  /** The time at which every message is delivered, as a `Date` or epoch milliseconds. */
  readonly at?: Date | number | undefined;
  /** The card to price with, instead of the card of the date. */
  readonly card?: RateCard<C> | undefined;
}

/** What one market and category cost in the first and in the last scenario. */
export interface ComparisonLine<C extends Currency = Currency> {
  /** Meta's market name; `undefined` if it is not known. */
  readonly market: string | undefined;
  /** What the messages are billed as. */
  readonly category: MessageCategory;
  /** The most it costs in each scenario, in their order; `undefined` where a price in it is not known or the market does not occur. */
  readonly amounts: readonly (Money<C> | undefined)[];
  /** Last less first; `undefined` where either is not known. */
  readonly change: Money<C> | undefined;
}

/** A plan priced in several ways. */
export interface Comparison<C extends Currency = Currency> {
  /** The estimates, in the order of the scenarios. */
  readonly scenarios: readonly { readonly label: string; readonly estimate: Estimate<C> }[];
  /** Last less first, of the most that the plan costs; `undefined` while either holds unknown prices. */
  readonly change: Money<C> | undefined;
  /** A line per market and category, the largest change first, those without one last. */
  readonly lines: readonly ComparisonLine<C>[];
}

function getLabel<C extends Currency>(scenario: Scenario<C>): string {
  if (scenario.label !== undefined) return scenario.label;
  if (scenario.card !== undefined) return scenario.card.id;
  if (scenario.at !== undefined) return new Date(scenario.at).toISOString().slice(0, 10);
  throw badValue('scenarios', 'each scenario needs `at` or `card`.');
}

function amountIn<C extends Currency>(one: Estimate<C>, key: string, currency: C): Money<C> | undefined {
  const lines = one.lines.filter((line) => `${line.market ?? ''}|${line.category}` === key);
  if (lines.length === 0 || lines.some((line) => line.unknown > 0)) return undefined;
  return createMoney(
    currency,
    lines.reduce((sum, line) => sum + line.high.scaledAmount, 0),
  );
}

function getChange<C extends Currency>(amounts: readonly (Money<C> | undefined)[]): Money<C> | undefined {
  const [first, last] = [amounts[0], amounts.at(-1)];
  return first === undefined || last === undefined ? undefined : subtractMoney<C>(last, first);
}

/**
 * Returns the estimates of one plan at several dates or with several cards, and the change from the first to the last.
 *
 * A market that is new in a scenario has no amount in the scenarios before it: Ukraine left Rest of Central & Eastern Europe in October 2026.
 * Throws `PricingError` if there are fewer than two scenarios, if one has neither `at` nor `card`, or if a row is not valid.
 *
 * @example
 * const result = compareEstimates(plan, { currency: 'USD', at: 0 }, [{ card: usd20260701 }, { card: usd20261001 }]);
 * result.change; // { currency: 'USD', scaledAmount: …, scale: 4 }
 */
export function compareEstimates<C extends Currency>(
  plan: readonly PlanRow[],
  params: EstimateParams<C>,
  scenarios: readonly Scenario<C>[],
): Comparison<C> {
  if (scenarios.length < 2)
    throw badValue('scenarios', 'give at least two, to compare the last with the first.');
  const priced = scenarios.map((scenario) => {
    const { at = params.at, card } = scenario;
    const rows = scenario.at === undefined ? plan : plan.map((row) => ({ ...row, at }));
    return { label: getLabel(scenario), estimate: estimate(rows, { ...params, at, card }) };
  });
  const keys = new Map<string, Pick<ComparisonLine, 'market' | 'category'>>();
  for (const { estimate: one } of priced) {
    for (const { market, category } of one.lines)
      keys.set(`${market ?? ''}|${category}`, { market, category });
  }
  const lines = Array.from(keys, ([key, { market, category }]): ComparisonLine<C> => {
    const amounts = priced.map(({ estimate: one }) => amountIn(one, key, params.currency));
    return { market, category, amounts, change: getChange(amounts) };
  });
  const size = ({ change }: ComparisonLine<C>): number =>
    change === undefined ? -1 : Math.abs(change.scaledAmount);
  const totals = priced.map(({ estimate: one }) => (one.complete ? one.high : undefined));
  return {
    scenarios: priced,
    change: getChange(totals),
    lines: lines.sort((a, b) => size(b) - size(a)),
  };
}
