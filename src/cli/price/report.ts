import { drawChart, escapeText, type BarGroup } from './chart.ts';
import { filledColumns, type Column } from '../table.ts';
import { chartFact, type Fact } from './facts.ts';
import { withOptionNames, type GroupedReason, type GroupedReasons } from './reasons.ts';

/** What a report holds. */
interface Report<Row> {
  readonly title: string;
  /** The answer in one line. */
  readonly summary: string;
  /** What the answer rests on: time, zone, card. */
  readonly facts: readonly Fact[];
  /** The chart, as SVG without a title of its own. */
  readonly chart: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** The last line of the table, by the heads of its columns. */
  readonly totals: Readonly<Record<string, string>>;
  readonly reasons: GroupedReasons;
}

const namedLines = 12;

function lineNames(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const left = lines.length - namedLines;
  const names = lines.slice(0, namedLines).join(' · ');
  return `<br><small>${escapeText(left > 0 ? `${names} · and ${left} more` : names)}</small>`;
}

const list = (reasons: readonly GroupedReason[]): string =>
  `<ul>${reasons.map(({ reason, lines }) => `<li>${escapeText(withOptionNames(reason))}${lineNames(lines)}</li>`).join('')}</ul>`;

function reasonSections({ shared, markets }: GroupedReasons): string {
  const single = markets.map(
    ({ market, reasons }) => `<details><summary>${escapeText(market)}</summary>${list(reasons)}</details>`,
  );
  return [
    ...(shared.length > 0 ? ['<h3>In several markets</h3>', list(shared)] : []),
    ...(single.length > 0 ? ['<h3>By market</h3>', ...single] : []),
  ].join('\n');
}

/** A report before its chart is drawn. */
interface ChartedReport<Row> extends Omit<Report<Row>, 'chart'> {
  readonly groups: readonly BarGroup[];
  /** How many cheaper markets the chart leaves out. */
  readonly left: number;
}

/** The chart and the report that a command was asked for, as `getFiles` takes them. */
export function reportFiles<Row>(
  flags: { readonly svg?: string | undefined; readonly html?: string | undefined },
  { groups, left, facts, ...report }: ChartedReport<Row>,
): readonly (readonly [path: string | undefined, make: () => string])[] {
  const { title, summary } = report;
  const subtitle = `${summary}${left === 0 ? '' : ` · ${left} cheaper markets are not drawn`}`;
  const draw = (inPage: boolean): string => drawChart({ title, subtitle, groups, inPage });
  return [
    [flags.svg, () => draw(false)],
    [flags.html, () => htmlReport({ ...report, facts: [...facts, chartFact(left)], chart: draw(true) })],
  ];
}

/** Writes a report as one HTML file that needs nothing else: no script, no outside address. */
function htmlReport<Row>(report: Report<Row>): string {
  const { title, summary, facts, chart, rows, totals, reasons } = report;
  const columns = filledColumns(rows, report.columns);
  const cell = (tag: string, text: string, right: boolean | undefined, scope = ''): string =>
    `<${tag}${right ? ' class="right"' : ''}${scope}>${escapeText(text)}</${tag}>`;
  const head = columns.map((column) => cell('th', column.head, column.right, ' scope="col"')).join('');
  const body = rows
    .map((row) => `<tr>${columns.map((column) => cell('td', column.cell(row), column.right)).join('')}</tr>`)
    .join('\n');
  const foot = columns.map((column) => cell('td', totals[column.head] ?? '', column.right)).join('');
  const why = reasonSections(reasons);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeText(title)}</title>
<style>
  :root { color-scheme: light dark; --line: #d6dde4; --soft: #5b6875 }
  @media (prefers-color-scheme: dark) { :root { --line: #2f3b47; --soft: #9fb0c0 } }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 1200px; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem } h3 { font-size: 1rem; margin: 1rem 0 .3rem }
  .summary { font-size: 1.15rem; margin: .3rem 0 1rem }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0 0 1.2rem } dt, small { color: var(--soft) } dd { margin: 0 }
  .wide { overflow-x: auto } svg { max-width: 100%; height: auto }
  table { border-collapse: collapse; width: 100%; margin: 1.5rem 0 }
  th, td { text-align: left; white-space: nowrap; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top }
  tfoot td, tfoot td.right { white-space: normal } tfoot td { font-weight: 600; border-top: 2px solid var(--line) }
  th.right, td.right { text-align: right; font-variant-numeric: tabular-nums }
  ul { margin: .3rem 0; padding-left: 1.3rem }
</style>
</head>
<body>
<h1>${escapeText(title)}</h1>
<p class="summary">${escapeText(summary)}</p>
<dl>${facts.map(([name, value]) => `<dt>${escapeText(name)}</dt><dd>${escapeText(value)}</dd>`).join('')}</dl>
<div class="wide">${chart}</div>
<div class="wide"><table><thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>
<tfoot><tr>${foot}</tr></tfoot></table></div>
${why === '' ? '' : `<h2>Why</h2>\n${why}`}
</body>
</html>
`;
}
