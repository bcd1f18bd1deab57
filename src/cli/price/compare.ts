import type { Command } from 'commander';
import { UsageError } from 'wabakit';
import {
  compareEstimates,
  type Comparison,
  type ComparisonLine,
  type PlanRow,
  type Scenario,
} from 'wabakit/pricing';
import type { CliIo } from '../io.ts';
import { textTable, type Column } from '../table.ts';
import { drawChart } from './chart.ts';
import { amountText, marketGroups } from './estimate-output.ts';
import { getCard, isIn, loadCard, readTime, withPriceOptions, type PriceFlags } from './options.ts';
import { readPlan } from './read-plan.ts';
import { htmlReport } from './report.ts';
import { toCsv, writeFiles } from './write-files.ts';

interface CompareFlags extends PriceFlags {
  readonly with: readonly string[];
  readonly csv?: string;
  readonly svg?: string;
  readonly html?: string;
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}(T|$)/.test(text);

async function getScenario(text: string, flags: CompareFlags): Promise<Scenario> {
  if (isDate(text)) return { label: text, at: readTime(text) };
  const card = await loadCard(text);
  if (isIn(card, flags.currency)) return { label: card.id, card };
  throw new UsageError({ summary: `The card ${card.id} is in ${card.currency}, not in ${flags.currency}.` });
}

function getColumns(result: Comparison): readonly Column<ComparisonLine>[] {
  const amount = (value: ComparisonLine['change'], sign = false): string =>
    value === undefined ? '' : `${sign && value.scaledAmount > 0 ? '+' : ''}${amountText(value)}`;
  return [
    { head: 'market', cell: ({ market }) => market ?? 'unknown' },
    { head: 'category', cell: ({ category }) => category },
    ...result.scenarios.map(({ label }, index) => ({
      head: label,
      cell: ({ amounts }: ComparisonLine) => amount(amounts[index]),
      right: true,
    })),
    { head: 'change', cell: ({ change }) => amount(change, true), right: true },
  ];
}

function getSummary({ scenarios, change }: Comparison): string {
  const totals = scenarios.map(
    ({ label, estimate }) => `${label}: ${estimate.complete ? '' : 'at least '}${amountText(estimate.high)}`,
  );
  const currency = scenarios[0]?.estimate.high.currency ?? '';
  const difference =
    change === undefined ? '' : ` · change ${change.scaledAmount > 0 ? '+' : ''}${amountText(change)}`;
  return `${totals.join(' · ')}${difference} ${currency}`;
}

/** `wabakit price compare plan.csv --with 2026-09-30 2026-10-01`: what did October change for us? */
export function registerCompare(price: Command, io: CliIo): void {
  withPriceOptions(
    price.command('compare').description('Price a plan at several dates or with several cards.'),
  )
    .argument('<plan>', 'the plan as a CSV or JSON file')
    .requiredOption('--with <dates or cards...>', 'two or more: 2026-09-30, 2026-10-01-USD, next-card.csv')
    .option('--csv <file>', 'write the table to a CSV file')
    .option('--svg <file>', 'draw a chart of each market before and after to an SVG file')
    .option('--html <file>', 'write a report with chart and table to an HTML file')
    .action(async (path: string, flags: CompareFlags) => {
      const plan: PlanRow[] = [];
      for await (const { row } of readPlan(path)) plan.push(row);
      const scenarios = [];
      for (const text of flags.with) scenarios.push(await getScenario(text, flags));
      const { at, timeZone, currency } = flags;
      const result = compareEstimates(
        plan,
        { at, timeZone, currency, card: await getCard(flags) },
        scenarios,
      );
      const columns = getColumns(result);
      const title = 'What changes';
      const summary = getSummary(result);
      const { groups } = marketGroups(result.scenarios);
      const chart = drawChart({ title, subtitle: summary, groups });
      const notes = ['Each amount is the most that the plan may cost, over all orders of delivery.'];
      const files = {
        ...(flags.csv === undefined ? {} : { [flags.csv]: toCsv(result.lines, columns) }),
        ...(flags.svg === undefined ? {} : { [flags.svg]: chart }),
        ...(flags.html === undefined
          ? {}
          : { [flags.html]: htmlReport({ title, summary, notes, chart, rows: result.lines, columns }) }),
      };
      await writeFiles(files);
      io.out(
        flags.json ? JSON.stringify(result, null, 2) : `${textTable(result.lines, columns)}\n\n${summary}`,
      );
      for (const file of Object.keys(files)) io.error(`wrote ${file}`);
    });
}
