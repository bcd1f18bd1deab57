import { moneyToDecimal, type Estimate, type EstimateLine, type Money } from 'wabakit/pricing';
import type { Column } from '../table.ts';
import type { Bar, BarGroup } from './chart.ts';

/** An amount as people read it: `1,234.5678`. */
export function amountText(amount: Money): string {
  const [whole = '', fraction = ''] = moneyToDecimal(amount).split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${fraction}`;
}

/** One amount, or from the least to the most. */
const rangeText = (low: Money, high: Money): string =>
  low.scaledAmount === high.scaledAmount ? amountText(high) : `${amountText(low)} to ${amountText(high)}`;

const count = (value: number): string => (value === 0 ? '' : value.toLocaleString('en-US'));

/** The columns of an estimate. */
export const estimateColumns = (currency: string): readonly Column<EstimateLine>[] => [
  { head: 'month', cell: (line) => line.month },
  { head: 'market', cell: (line) => line.market ?? 'unknown' },
  { head: 'category', cell: (line) => line.category },
  { head: 'messages', cell: (line) => line.messages.toLocaleString('en-US'), right: true },
  { head: 'free', cell: (line) => count(line.free), right: true },
  { head: 'not sendable', cell: (line) => count(line.notSendable), right: true },
  { head: 'unknown', cell: (line) => count(line.unknown), right: true },
  { head: currency, cell: (line) => rangeText(line.low, line.high), right: true },
  { head: 'confidence', cell: (line) => line.confidence },
];

/** The estimate in one line. */
export function estimateSummary(estimate: Estimate): string {
  const { low, high, messages, unknown } = estimate;
  const rest = unknown === 0 ? '' : `, and ${unknown.toLocaleString('en-US')} whose price is not known`;
  return `${messages.toLocaleString('en-US')} messages: ${rangeText(low, high)} ${high.currency}${rest}`;
}

/** The reasons of all lines, each once. */
export const getReasons = (estimate: Estimate): string[] => [
  ...new Set(estimate.lines.flatMap(({ reasons }) => reasons)),
];

/** One market's bar: a part per category, at the most that it costs. */
function marketBar(estimate: Estimate, market: string, label: string): Bar {
  const lines = estimate.lines.filter(
    (line) => (line.market ?? 'unknown') === market && line.high.scaledAmount > 0,
  );
  const units = new Map<string, number>();
  for (const { category, high } of lines) units.set(category, (units.get(category) ?? 0) + high.scaledAmount);
  const { currency } = estimate.high;
  const text = (value: number): string => amountText({ currency, scaledAmount: value, scale: 4 });
  const total = [...units.values()].reduce((sum, value) => sum + value, 0);
  const parts = Array.from(units, ([name, value]) => ({ name, value, text: `${text(value)} ${currency}` }));
  parts.sort((a, b) => a.name.localeCompare(b.name));
  return { label, parts, text: parts.length === 0 ? 'none' : text(total) };
}

const most = 20;

/** A group per market, the most expensive first. Only twenty markets are drawn; the number of the others is returned. */
export function marketGroups(estimates: readonly { readonly label: string; readonly estimate: Estimate }[]): {
  readonly groups: readonly BarGroup[];
  readonly left: number;
} {
  const cost = new Map<string, number>();
  for (const { estimate } of estimates)
    for (const { market = 'unknown', high } of estimate.lines)
      cost.set(market, (cost.get(market) ?? 0) + high.scaledAmount);
  const markets = [...cost.keys()].sort((a, b) => (cost.get(b) ?? 0) - (cost.get(a) ?? 0));
  const groups = markets.slice(0, most).map((market) => ({
    label: market,
    bars: estimates.map(({ label, estimate }) => marketBar(estimate, market, label)),
  }));
  return { groups, left: Math.max(0, markets.length - most) };
}
