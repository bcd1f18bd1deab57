import type { Estimate, EstimateLine, Markup, Money } from 'wabakit/pricing';
import type { Column } from '../table.ts';
import { amountText, confidenceText, countText, partText, rangeText, unknown } from './amounts.ts';
import type { Bar, BarGroup } from './chart.ts';
import type { CsvColumn } from './csv-columns.ts';
import { markedUp } from './options.ts';

const optionalCount = (head: string, read: (line: EstimateLine) => number): Column<EstimateLine> => ({
  head,
  cell: (line) => (read(line) === 0 ? '' : countText(read(line))),
  right: true,
  optional: true,
});

const sent = ({ messages, notSendable }: EstimateLine): number => messages - notSendable;

/** The columns of an estimate as people read it; the month only where there are several. */
export function estimateColumns(
  { lines, high: { currency } }: Estimate,
  markup: Markup | undefined,
): readonly Column<EstimateLine>[] {
  const hasMonths = new Set(lines.map(({ month }) => month)).size > 1;
  return [
    {
      head: 'month',
      cell: ({ month }) => (hasMonths ? month : ''),
      optional: true,
    },
    { head: 'market', cell: (line) => line.market ?? unknown },
    { head: 'category', cell: (line) => line.category },
    { head: 'messages', cell: (line) => countText(line.messages), right: true },
    optionalCount('free', (line) => line.free),
    optionalCount('not sendable', (line) => line.notSendable),
    optionalCount('unknown', (line) => line.unknown),
    { head: currency, cell: (line) => rangeText(line.low, line.high), right: true },
    {
      head: 'with mark-up',
      cell: (line) =>
        markup === undefined
          ? ''
          : rangeText(markedUp(line.low, markup, sent(line)), markedUp(line.high, markup, sent(line))),
      right: true,
      optional: true,
    },
    { head: 'confidence', cell: (line) => confidenceText(line.confidence) },
  ];
}

/** The columns of an estimate for programs. */
export const estimateCsvColumns = (
  currency: string,
  markup: Markup | undefined,
): readonly CsvColumn<EstimateLine>[] => [
  { head: 'month', text: (line) => line.month },
  { head: 'market', text: (line) => line.market },
  { head: 'category', text: (line) => line.category },
  { head: 'messages', number: (line) => line.messages },
  { head: 'free', number: (line) => line.free },
  { head: 'not_sendable', number: (line) => line.notSendable },
  { head: 'unknown', number: (line) => line.unknown },
  { head: 'low', number: (line) => line.low },
  { head: 'high', number: (line) => line.high },
  ...(markup === undefined
    ? []
    : [
        { head: 'marked_up_low', number: (line: EstimateLine) => markedUp(line.low, markup, sent(line)) },
        { head: 'marked_up_high', number: (line: EstimateLine) => markedUp(line.high, markup, sent(line)) },
      ]),
  { head: 'currency', text: () => currency },
  { head: 'card', text: (line) => line.card },
  { head: 'confidence', text: (line) => line.confidence },
];

/** The total of an estimate, with a mark-up where there is one. */
export function totalText(estimate: Estimate, markup: Markup | undefined): string {
  const messages = estimate.lines.reduce((sum, line) => sum + sent(line), 0) - estimate.unknown;
  const low = markedUp(estimate.low, markup, messages) ?? estimate.low;
  const high = markedUp(estimate.high, markup, messages) ?? estimate.high;
  return estimate.complete ? rangeText(low, high) : partText(low, high);
}

/** The estimate in one line. */
export function estimateSummary(estimate: Estimate, markup: Markup | undefined): string {
  const { high, messages, unknown: left, confidence } = estimate;
  const total = totalText(estimate, undefined);
  const amount = total === unknown ? unknown : `${total} ${high.currency}`;
  const withMarkup = markup === undefined ? '' : `, ${totalText(estimate, markup)} with the mark-up`;
  const rest =
    left === 0
      ? `, confidence ${confidenceText(confidence)}`
      : `, and ${countText(left)} whose price is not known`;
  return `${countText(messages)} messages: ${amount}${withMarkup}${rest}`;
}

/** One market's bar: a part per category, at the most that it costs. */
function marketBar(estimate: Estimate, market: string, label: string): Bar {
  const lines = estimate.lines.filter((line) => (line.market ?? unknown) === market);
  const units = new Map<string, number>();
  for (const { category, high } of lines)
    if (high !== undefined && high.scaledAmount > 0)
      units.set(category, (units.get(category) ?? 0) + high.scaledAmount);
  const { currency } = estimate.high;
  const money = (scaledAmount: number): Money => ({ currency, scaledAmount, scale: 4 });
  const total = money([...units.values()].reduce((sum, value) => sum + value, 0));
  const parts = Array.from(units, ([name, value]) => ({
    name,
    value,
    text: `${amountText(money(value))} ${currency}`,
  }));
  parts.sort((a, b) => a.name.localeCompare(b.name));
  const isKnown = lines.every((line) => line.unknown === 0);
  if (lines.length === 0) return { label, parts, text: 'none' };
  return { label, parts, text: isKnown ? amountText(total) : partText(total, total) };
}

const most = 20;

/** A group per market, the most expensive first. Only twenty markets are drawn; the number of the others is returned. */
export function marketGroups(estimates: readonly { readonly label: string; readonly estimate: Estimate }[]): {
  readonly groups: readonly BarGroup[];
  readonly left: number;
} {
  const cost = new Map<string, number>();
  for (const { estimate } of estimates)
    for (const { market = unknown, high } of estimate.lines)
      cost.set(market, (cost.get(market) ?? 0) + (high?.scaledAmount ?? 0));
  const markets = [...cost.keys()].sort((a, b) => (cost.get(b) ?? 0) - (cost.get(a) ?? 0));
  const groups = markets.slice(0, most).map((market) => ({
    label: market,
    bars: estimates.map(({ label, estimate }) => marketBar(estimate, market, label)),
  }));
  return { groups, left: Math.max(0, markets.length - most) };
}
