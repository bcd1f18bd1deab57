import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import {
  compareMoney,
  createEstimate,
  parseMoney,
  type Estimate,
  type EstimateParams,
} from 'wabakit/pricing';
import type { CliIo } from '../io.ts';
import { textTable } from '../table.ts';
import { drawChart } from './chart.ts';
import { amountText, estimateColumns, estimateSummary, marketGroups, getReasons } from './estimate-output.ts';
import { getCard, readCount, withPriceOptions, type PriceFlags } from './options.ts';
import { addPlan } from './read-plan.ts';
import { htmlReport } from './report.ts';
import { toCsv, writeFiles } from './write-files.ts';

// The first two are named as the parameters of createEstimate, which takes them as they are.
interface EstimateFlags extends PriceFlags, Pick<EstimateParams, 'phoneNumbers' | 'freeServiceMessagesUsed'> {
  readonly budget?: string;
  readonly csv?: string;
  readonly svg?: string;
  readonly html?: string;
}

function readAmount(text: string): string {
  if (/^\d{1,12}(\.\d{1,4})?$/.test(text)) return text;
  throw new InvalidArgumentError('Give an amount such as 500 or 500.25.');
}

function getFiles(estimate: Estimate, flags: EstimateFlags): Record<string, string> {
  const columns = estimateColumns(flags.currency);
  const { groups, left } = marketGroups([{ label: '', estimate }]);
  const title = 'What it will cost';
  const subtitle = `${estimateSummary(estimate)}${left === 0 ? '' : ` · ${left} cheaper markets are not drawn`}`;
  const chart = drawChart({ title, subtitle, groups });
  const notes = getReasons(estimate);
  const report = { title, summary: estimateSummary(estimate), notes, chart, rows: estimate.lines, columns };
  return {
    ...(flags.csv === undefined ? {} : { [flags.csv]: toCsv(estimate.lines, columns) }),
    ...(flags.svg === undefined ? {} : { [flags.svg]: chart }),
    ...(flags.html === undefined ? {} : { [flags.html]: htmlReport(report) }),
  };
}

function checkBudget(estimate: Estimate, flags: EstimateFlags, io: CliIo): void {
  if (flags.budget === undefined) return;
  const budget = parseMoney(flags.currency, flags.budget);
  const over = compareMoney(estimate.high, budget) > 0;
  if (!over && estimate.complete) return;
  io.fail(1);
  io.error(
    over
      ? `Over the budget of ${amountText(budget)} ${flags.currency}.`
      : 'Within the budget as far as prices are known, but some are not.',
  );
}

/** `wabakit price estimate plan.csv`: a campaign or a month. */
export function registerEstimate(price: Command, io: CliIo): void {
  withPriceOptions(
    price
      .command('estimate')
      .description(
        'Price a plan: a CSV or JSON file of country, market, prefix or number, category and count.',
      ),
  )
    .argument('<plan>', 'the plan as a CSV or JSON file')
    .option('--phone-numbers <count>', 'how many business numbers share the service messages', readCount, 1)
    .option(
      '--free-service-messages-used <count>',
      'free service messages used so far this month',
      readCount,
      0,
    )
    .option('--budget <amount>', 'exit code 1 if the plan may cost more', readAmount)
    .option('--csv <file>', 'write the table to a CSV file')
    .option('--svg <file>', 'draw a chart of the cost by market and category to an SVG file')
    .option('--html <file>', 'write a report with chart, table and reasons to an HTML file')
    .action(async (plan: string, flags: EstimateFlags) => {
      const builder = createEstimate({ ...flags, card: await getCard(flags) });
      await addPlan(plan, (row) => builder.add(row));
      const estimate = builder.result();
      const files = getFiles(estimate, flags);
      await writeFiles(files);
      if (flags.json) io.out(JSON.stringify(estimate, null, 2));
      else
        io.out(
          `${textTable(estimate.lines, estimateColumns(flags.currency))}\n\n${estimateSummary(estimate)}`,
        );
      for (const path of Object.keys(files)) io.error(`wrote ${path}`);
      checkBudget(estimate, flags, io);
    });
}
