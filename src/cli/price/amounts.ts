import { moneyToDecimal, type Confidence, type Money } from 'wabakit/pricing';

/** What is printed for a price, an amount or a confidence that is not known. */
export const unknown = 'unknown';

/** A count as people read it: `1,234`. */
export const countText = (value: number): string => value.toLocaleString('en-US');

/** An amount as people read it: `1,234.5678`. */
export function amountText(amount: Money): string {
  const [whole = '', fraction = ''] = moneyToDecimal(amount).split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${fraction}`;
}

/** One amount, or from the least to the most; a word where it is not known. */
export function rangeText(low: Money | undefined, high: Money | undefined): string {
  if (low === undefined || high === undefined) return unknown;
  return low.scaledAmount === high.scaledAmount
    ? amountText(high)
    : `${amountText(low)} to ${amountText(high)}`;
}

/** A sum of what is known, when something in it is not: never a zero that looks like a price. */
export const partText = (low: Money, high: Money): string =>
  high.scaledAmount === 0 ? unknown : `at least ${amountText(low)}`;

/** A confidence; a word where nothing is known. */
export const confidenceText = (confidence: Confidence | undefined): string => confidence ?? unknown;
