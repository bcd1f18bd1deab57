import { createEstimate } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import type { EstimateParams } from './estimate-params.ts';
import { localDate } from '../values/calendar.ts';
import { weaker } from '../values/confidence.ts';
import type { Confidence } from '../values/confidence.ts';
import { addMoney, subtractMoney } from '../values/money.ts';
import type { Currency, Money } from '../values/money.ts';
import type { PlanRow } from './plan.ts';
import { badValue } from '../values/pricing-error.ts';
import type { MessageCategory } from '../quote/quote-result.ts';
import type { RateCard } from '../cards/rate-card.ts';

/** One way to price the plan: at a date, or with a card. */
export interface Scenario<C extends Currency = Currency> {
  /** The name of the scenario. Default: the card's id, or the date of `at` in the time zone of the WABA. */
  readonly label?: string | undefined;
  /** The time at which every message is delivered, as a `Date` or epoch milliseconds. */
  readonly at?: Date | number | undefined;
  /** The card to price with, whatever the date. Default: the card of the date; the `card` of the parameters is not used. */
  readonly card?: RateCard<C> | undefined;
}

/** What one market and category cost in one scenario. */
export interface ComparisonAmount<C extends Currency = Currency> {
  /** The least that the messages cost, over all orders of delivery. */
  readonly low: Money<C>;
  /** The most that they cost. */
  readonly high: Money<C>;
  /** How sure both are. */
  readonly confidence: Confidence;
}

/** What one market and category cost in the first and in the last scenario. */
export interface ComparisonLine<C extends Currency = Currency> {
  /** Meta's market name; `undefined` if it is not known. */
  readonly market: string | undefined;
  /** What the messages are billed as. */
  readonly category: MessageCategory;
  /** What they cost in each scenario, in their order; `unknown` where a price is not known, `undefined` where the market does not occur. */
  readonly amounts: readonly (ComparisonAmount<C> | 'unknown' | undefined)[];
  /** The most of the last scenario less the most of the first; `undefined` where either is not known. */
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

function getLabel<C extends Currency>(scenario: Scenario<C>, timeZone: string | undefined): string {
  if (scenario.label !== undefined) return scenario.label;
  if (scenario.card !== undefined) return scenario.card.id;
  if (scenario.at !== undefined) return localDate(scenario.at, timeZone ?? 'UTC');
  throw badValue('scenarios', 'each scenario needs `at` or `card`.');
}

const getKey = ({ market, category }: Pick<ComparisonLine, 'market' | 'category'>): string =>
  `${market ?? ''}|${category}`;

/** What each market and category costs in one estimate, over all its months. */
function getAmounts<C extends Currency>(one: Estimate<C>): Map<string, ComparisonAmount<C> | 'unknown'> {
  const amounts = new Map<string, ComparisonAmount<C> | 'unknown'>();
  for (const line of one.lines) {
    const key = getKey(line);
    const { low, high, confidence } = line;
    const before = amounts.get(key);
    if (low === undefined || high === undefined || confidence === undefined || before === 'unknown') {
      amounts.set(key, 'unknown');
    } else if (before === undefined) {
      amounts.set(key, { low, high, confidence });
    } else {
      amounts.set(key, {
        low: addMoney<C>(before.low, low),
        high: addMoney<C>(before.high, high),
        confidence: weaker(before.confidence, confidence),
      });
    }
  }
  return amounts;
}

function getChange<C extends Currency>(amounts: readonly (Money<C> | undefined)[]): Money<C> | undefined {
  const [first, last] = [amounts[0], amounts.at(-1)];
  return first === undefined || last === undefined ? undefined : subtractMoney<C>(last, first);
}

/** Takes a plan in row by row and prices it in every scenario. Made by `createComparison`. */
export interface ComparisonBuilder<C extends Currency = Currency> {
  /** Adds a row to every scenario. Throws `PricingError` for a row that is not valid, and takes nothing of it. */
  add(row: PlanRow): void;
  /** Compares what was added so far. */
  result(): Comparison<C>;
}

/**
 * Creates a comparison that takes its plan row by row, as `createEstimate` does: memory does not grow with the number of rows.
 *
 * Throws `PricingError` if there are fewer than two scenarios, or if one has neither `at` nor `card`.
 *
 * @example
 * const builder = createComparison({ currency: 'USD', at: 0 }, [{ card: usd20260701 }, { card: usd20261001 }]);
 * for (const row of rows) builder.add(row);
 * builder.result().change; // { currency: 'USD', scaledAmount: …, scale: 4 }
 */
export function createComparison<C extends Currency>(
  params: EstimateParams<C>,
  scenarios: readonly Scenario<C>[],
): ComparisonBuilder<C> {
  if (scenarios.length < 2)
    throw badValue('scenarios', 'give at least two, to compare the last with the first.');
  const builders = scenarios.map((scenario) => {
    const { at = params.at, card } = scenario;
    return {
      label: getLabel(scenario, params.timeZone),
      at: scenario.at,
      builder: createEstimate({ ...params, at, card }),
    };
  });
  return {
    add(row) {
      for (const { at, builder } of builders) builder.add(at === undefined ? row : { ...row, at });
    },
    result() {
      const priced = builders.map(({ label, builder }) => ({ label, estimate: builder.result() }));
      const amounts = priced.map(({ estimate }) => getAmounts(estimate));
      const keys = new Map(
        priced.flatMap(({ estimate }) =>
          estimate.lines.map(({ market, category }) => [getKey({ market, category }), { market, category }]),
        ),
      );
      const lines = Array.from(keys, ([key, { market, category }]): ComparisonLine<C> => {
        const own = amounts.map((one) => one.get(key));
        const highs = own.map((one) => (typeof one === 'object' ? one.high : undefined));
        return { market, category, amounts: own, change: getChange(highs) };
      });
      const size = ({ change }: ComparisonLine<C>): number =>
        change === undefined ? -1 : Math.abs(change.scaledAmount);
      const totals = priced.map(({ estimate }) => (estimate.complete ? estimate.high : undefined));
      return { scenarios: priced, change: getChange(totals), lines: lines.sort((a, b) => size(b) - size(a)) };
    },
  };
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
  plan: Iterable<PlanRow>,
  params: EstimateParams<C>,
  scenarios: readonly Scenario<C>[],
): Comparison<C> {
  const builder = createComparison(params, scenarios);
  for (const row of plan) builder.add(row);
  return builder.result();
}
