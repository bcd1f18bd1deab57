import { estimate } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import type { EstimateParams } from './estimate-params.ts';
import { compareMoney, subtractMoney } from '../values/money.ts';
import type { Currency, Money } from '../values/money.ts';
import type { PlanRow } from './plan.ts';

/** Whether a plan stays within a budget. */
export interface BudgetVerdict<C extends Currency = Currency> {
  /** `within`: in any order of deliveries. `over`: in none. `undecided`: the order decides, or some prices are not known. */
  readonly within: 'within' | 'over' | 'undecided';
  /** The budget less the most that the plan costs; negative when it may be overrun. */
  readonly left: Money<C>;
  /** What the plan costs. */
  readonly estimate: Estimate<C>;
}

/**
 * Says whether a plan stays within a budget, before anything is sent. Prices that are not known never count as zero: with one of them in the
 * plan the answer is `undecided`, or `over` when the rest is too much already.
 *
 * @example
 * withinBudget(plan, createMoney('USD', 5_000_000), { currency: 'USD', at: Date.UTC(2026, 10, 1) }).within; // 'over': more than 500 dollars
 */
export function withinBudget<C extends Currency>(
  plan: Iterable<PlanRow>,
  budget: Money<NoInfer<C>>,
  params: EstimateParams<C>,
): BudgetVerdict<C> {
  const result = estimate(plan, params);
  const left = subtractMoney<C>(budget, result.high);
  if (compareMoney<C>(result.low, budget) > 0) return { within: 'over', left, estimate: result };
  const sure = result.complete && left.scaledAmount >= 0;
  return { within: sure ? 'within' : 'undecided', left, estimate: result };
}
