import type { Command } from 'commander';
import {
  addMarkup,
  compareMoney,
  createEstimate,
  parseMoney,
  type Estimate,
  type EstimateParams,
  type Markup,
  type RateCard,
} from 'wabakit/pricing';
import type { CliIo } from '../io.ts';
import { textTable } from '../table.ts';
import { amountText, countText } from './amounts.ts';
import { toCsv } from './csv-columns.ts';
import {
  estimateColumns,
  estimateCsvColumns,
  estimateSummary,
  marketGroups,
  totalText,
} from './estimate-output.ts';
import { cardFact, factLines, localTime, markupFacts, priceFact, zoneFact, type Fact } from './facts.ts';
import {
  getCard,
  getMarkup,
  getTime,
  readAmount,
  readCount,
  unknownPrice,
  withCardOptions,
  withMarkupOptions,
  withTimeOptions,
  type CardFlags,
  type MarkupFlags,
  type TimeFlags,
} from './options.ts';
import type { PlanLimits } from './plan-file.ts';
import { readPlan, withPlanLimits } from './read-plan.ts';
import { groupReasons, lineNotes } from './reasons.ts';
import { reportFiles } from './report.ts';
import { getTerms, unusedBid, withTermOptions, type TermFlags } from './terms.ts';
import { getFiles, writeFiles } from './write-files.ts';

/** How many free service messages there are, named as the parameters of createEstimate, which takes them as they are. */
export type AllowanceFlags = Pick<EstimateParams, 'phoneNumbers' | 'freeServiceMessagesUsed'>;

/** The files that a table can be written to. */
export interface FileFlags {
  readonly csv?: string;
  readonly svg?: string;
  readonly html?: string;
}

interface EstimateFlags
  extends TimeFlags, CardFlags, MarkupFlags, AllowanceFlags, TermFlags, PlanLimits, FileFlags {
  readonly budget?: string;
}

/** Adds the options that say how many service messages are free. */
export const withAllowanceOptions = (command: Command): Command =>
  command
    .option('--phone-numbers <count>', 'how many business numbers share the service messages', readCount, 1)
    .option(
      '--free-service-messages-used <count>',
      'free service messages used so far this month',
      readCount,
      0,
    );

/** Adds the options that write the table to files. */
export const withFileOptions = (command: Command): Command =>
  command
    .option('--csv <file>', 'write the table to a CSV file for programs: plain numbers, low and high apart')
    .option('--svg <file>', 'draw a chart by market and category to an SVG file')
    .option('--html <file>', 'write a report with chart, table and reasons to an HTML file');

interface Result {
  readonly estimate: Estimate;
  readonly markup: Markup | undefined;
  readonly facts: readonly Fact[];
}

function makeFiles({ estimate, markup, facts }: Result, flags: EstimateFlags): Map<string, string> {
  const totals = {
    market: 'total',
    messages: countText(estimate.messages),
    unknown: estimate.unknown === 0 ? '' : countText(estimate.unknown),
    [flags.currency]: totalText(estimate, undefined),
    'with mark-up': totalText(estimate, markup),
  };
  return getFiles([
    [flags.csv, () => toCsv(estimate.lines, estimateCsvColumns(flags.currency, markup))],
    ...reportFiles(flags, {
      ...marketGroups([{ label: '', estimate }]),
      title: 'What it will cost',
      summary: estimateSummary(estimate, markup),
      facts,
      rows: estimate.lines,
      columns: estimateColumns(estimate, markup),
      totals,
      reasons: groupReasons(estimate.lines),
    }),
  ]);
}

function checkBudget({ estimate, markup }: Result, flags: EstimateFlags, io: CliIo): void {
  if (flags.budget === undefined) return;
  const budget = parseMoney(flags.currency, flags.budget);
  const sent = estimate.lines.reduce((sum, line) => sum + line.messages - line.notSendable, 0);
  const most =
    markup === undefined ? estimate.high : addMarkup(estimate.high, markup, sent - estimate.unknown);
  if (compareMoney(most, budget) > 0) {
    io.fail(1);
    io.error(`Over the budget of ${amountText(budget)} ${flags.currency}.`);
  } else if (!estimate.complete) {
    io.error('Within the budget as far as prices are known, but some are not.');
  }
}

/** The facts of an estimate. */
function getFacts(
  estimate: Estimate,
  at: number,
  { timeZone }: TimeFlags,
  own: readonly RateCard[],
  markup: Markup | undefined,
  inReport: boolean,
): readonly Fact[] {
  return [
    ['Delivered', `${localTime(at, timeZone)}, or at the time of the row`],
    zoneFact(timeZone),
    cardFact(estimate.lines, own, inReport),
    ...markupFacts(markup),
    priceFact,
  ];
}

/** `wabakit price estimate plan.csv`: a campaign or a month. */
export function registerEstimate(price: Command, io: CliIo): void {
  const command = price
    .command('estimate')
    .description('Price a plan: a CSV or JSON file of country, market, prefix or number, category and count.')
    .argument('<plan>', 'the plan as a CSV or JSON file');
  withTimeOptions(command, 'when the messages are delivered');
  withCardOptions(command);
  withTermOptions(withMarkupOptions(withAllowanceOptions(command)));
  withPlanLimits(withFileOptions(command))
    .option('--budget <amount>', 'exit code 1 if the plan may cost more, with the mark-up', readAmount)
    .action(async (plan: string, flags: EstimateFlags) => {
      const { timeZone, currency, phoneNumbers, freeServiceMessagesUsed } = flags;
      const at = getTime(flags.at, timeZone);
      const card = await getCard(flags);
      const markup = getMarkup(flags);
      const account = { at, timeZone, currency, card, ...getTerms(flags) };
      const builder = createEstimate({ ...account, phoneNumbers, freeServiceMessagesUsed });
      await readPlan(plan, flags, (row) => builder.add(row));
      const estimate = builder.result();
      const factsFor = (inReport: boolean): readonly Fact[] =>
        getFacts(estimate, at, flags, card === undefined ? [] : [card], markup, inReport);
      const result = { estimate, markup, facts: factsFor(true) };
      const files = makeFiles(result, flags);
      await writeFiles(files);
      if (flags.json)
        io.out(JSON.stringify({ ...estimate, at: new Date(at).toISOString(), timeZone }, null, 2));
      else {
        const table = textTable(estimate.lines, estimateColumns(estimate, markup));
        io.out(`${table}\n\n${estimateSummary(estimate, markup)}\n${factLines(factsFor(false))}`);
      }
      const categories = estimate.lines.map(({ category }) => category);
      for (const note of [...lineNotes(estimate.lines), ...unusedBid(flags, categories)]) io.error(note);
      for (const path of files.keys()) io.error(`wrote ${path}`);
      if (!estimate.complete) io.fail(unknownPrice);
      else if (estimate.lines.every(({ messages, notSendable }) => notSendable === messages)) io.fail(1);
      checkBudget(result, flags, io);
    });
}
