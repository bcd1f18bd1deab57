import { estimate } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import type { EstimateParams } from './estimate-params.ts';
import { compareMoney, subtractMoney } from '../values/money.ts';
import type { Currency, Money } from '../values/money.ts';
import type { PlanRow } from './plan.ts';

/** Whether a plan stays within a budget. */
export interface BudgetVerdict<C extends Currency = Currency> {
  /** `within`: in every order of deliveries. `over`: in no order. `undecided`: the order decides, or some prices are not known. */
  readonly within: 'within' | 'over' | 'undecided';
  /** The budget minus the most that the plan costs; negative if the plan may exceed it. */
  readonly left: Money<C>;
  /** The estimate that the verdict is based on. */
  readonly estimate: Estimate<C>;
}

/**
 * Returns whether a plan stays within a budget, before anything is sent. Prices that are not known never count as zero: with one of them in
 * the plan the result is `undecided`, or `over` if the known prices exceed the budget already.
 *
 * Throws `PricingError` if a row is not valid.
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
