import { escapeText } from './chart.ts';
import type { Column } from '../table.ts';

/** What a report holds. */
export interface Report<Row> {
  readonly title: string;
  /** The answer in one line. */
  readonly summary: string;
  readonly notes: readonly string[];
  /** The chart, as SVG. */
  readonly chart: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
}

/** Writes a report as one HTML file that needs nothing else: no script, no outside address. */
export function htmlReport<Row>({ title, summary, notes, chart, rows, columns }: Report<Row>): string {
  const cell = (tag: string, text: string, right: boolean | undefined): string =>
    `<${tag}${right ? ' class="right"' : ''}${tag === 'th' ? ' scope="col"' : ''}>${escapeText(text)}</${tag}>`;
  const head = columns.map((column) => cell('th', column.head, column.right)).join('');
  const body = rows
    .map((row) => `<tr>${columns.map((column) => cell('td', column.cell(row), column.right)).join('')}</tr>`)
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeText(title)}</title>
<style>
  :root { color-scheme: light dark; --line: #d6dde4 }
  @media (prefers-color-scheme: dark) { :root { --line: #2f3b47 } }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 1080px; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.5rem; margin: 0 } .summary { font-size: 1.15rem; margin: .3rem 0 1.2rem }
  .wide { overflow-x: auto } svg { max-width: 100%; height: auto }
  table { border-collapse: collapse; width: 100%; margin: 1.5rem 0 }
  th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top }
  .right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
</style>
</head>
<body>
<h1>${escapeText(title)}</h1>
<p class="summary">${escapeText(summary)}</p>
<div class="wide">${chart}</div>
<div class="wide"><table><thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody></table></div>
<h2>Why</h2>
<ul>${notes.map((note) => `<li>${escapeText(note)}</li>`).join('')}</ul>
</body>
</html>
`;
}
