import type { Command } from 'commander';
import { UsageError } from 'wabakit';
import {
  createComparison,
  type Comparison,
  type ComparisonLine,
  type Money,
  type RateCard,
  type Scenario,
} from 'wabakit/pricing';
import type { CliIo } from '../io.ts';
import { textTable, type Column } from '../table.ts';
import { amountText, confidenceText, partText, rangeText, unknown } from './amounts.ts';
import { toCsv, type CsvColumn } from './csv-columns.ts';
import { withAllowanceOptions, withFileOptions, type AllowanceFlags, type FileFlags } from './estimate.ts';
import { marketGroups } from './estimate-output.ts';
import { cardFact, factLines, localTime, priceFact, zoneFact, type Fact } from './facts.ts';
import { loadCard } from './load-card.ts';
import {
  checkCurrency,
  getTime,
  unknownPrice,
  withTimeOptions,
  type CardFlags,
  type TimeFlags,
} from './options.ts';
import type { PlanLimits } from './plan-file.ts';
import { readPlan, withPlanLimits } from './read-plan.ts';
import { groupReasons, lineNotes } from './reasons.ts';
import { reportFiles } from './report.ts';
import { getTerms, unusedBid, withTermOptions, type TermFlags } from './terms.ts';
import { getFiles, writeFiles } from './write-files.ts';

interface CompareFlags
  extends
    TimeFlags,
    Pick<CardFlags, 'tiers' | 'effectiveFrom'>,
    AllowanceFlags,
    TermFlags,
    PlanLimits,
    FileFlags {
  readonly with: readonly string[];
}

/** A scenario is a card if it is named like one or is a file, a date otherwise: `1.10.2026` is a date that cannot be read. */
const isCard = (text: string): boolean => /\.csv$|-[a-z]{3}$/i.test(text);

async function getScenario(text: string, flags: CompareFlags): Promise<Scenario> {
  if (!isCard(text)) return { label: text, at: getTime(text, flags.timeZone, `--with ${text}`) };
  const isFile = /\.csv$/i.test(text);
  const card = await loadCard(
    text,
    isFile ? flags.tiers : undefined,
    isFile ? flags.effectiveFrom : undefined,
  );
  checkCurrency(card, flags.currency);
  return { label: card.id, card };
}

/** Of two scenarios with one name, such as a built-in card and a file of the same day, the later ones are counted. */
function nameApart(scenarios: readonly Scenario[]): Scenario[] {
  return scenarios.map((scenario, index) => {
    const before = scenarios.slice(0, index).filter(({ label }) => label === scenario.label).length;
    return before === 0 ? scenario : { ...scenario, label: `${scenario.label ?? ''} (${before + 1})` };
  });
}

/** Files need `--tiers` and `--effective-from`, which name one file. */
function checkFiles(flags: CompareFlags): void {
  const files = flags.with.filter((text) => /\.csv$/i.test(text)).length;
  if ((flags.tiers === undefined && flags.effectiveFrom === undefined) || files === 1) return;
  throw new UsageError({
    summary: `--tiers and --effective-from belong to one card file; --with names ${files}.`,
  });
}

const changeText = (change: Money): string => `${change.scaledAmount > 0 ? '+' : ''}${amountText(change)}`;

function scenarioText(amount: ComparisonLine['amounts'][number]): string {
  if (amount === undefined) return '';
  if (amount === 'unknown') return unknown;
  const { low, high } = amount;
  return low.scaledAmount === high.scaledAmount ? amountText(high) : `up to ${amountText(high)}`;
}

function lineConfidence({ amounts }: ComparisonLine): string {
  if (amounts.includes('unknown')) return unknown;
  const found = amounts.flatMap((amount) => (typeof amount === 'object' ? [amount.confidence] : []));
  return confidenceText((['low', 'medium', 'high'] as const).find((one) => found.includes(one)));
}

function getColumns(result: Comparison): readonly Column<ComparisonLine>[] {
  return [
    { head: 'market', cell: ({ market }) => market ?? unknown },
    { head: 'category', cell: ({ category }) => category },
    ...result.scenarios.map(({ label }, index) => ({
      head: label,
      cell: ({ amounts }: ComparisonLine) => scenarioText(amounts[index]),
      right: true,
    })),
    {
      head: 'change',
      cell: ({ change, amounts }) =>
        change === undefined ? (amounts.includes('unknown') ? unknown : '') : changeText(change),
      right: true,
    },
    { head: 'confidence', cell: lineConfidence },
  ];
}

function getCsvColumns(result: Comparison, currency: string): readonly CsvColumn<ComparisonLine>[] {
  const bound =
    (index: number, name: 'low' | 'high') =>
    ({ amounts }: ComparisonLine): Money | undefined => {
      const amount = amounts[index];
      return typeof amount === 'object' ? amount[name] : undefined;
    };
  return [
    { head: 'market', text: ({ market }) => market },
    { head: 'category', text: ({ category }) => category },
    ...result.scenarios.flatMap(({ label }, index) => [
      { head: `${label} low`, number: bound(index, 'low') },
      { head: `${label} high`, number: bound(index, 'high') },
    ]),
    { head: 'change', number: ({ change }) => change },
    { head: 'currency', text: () => currency },
    { head: 'confidence', text: (line) => (lineConfidence(line) === unknown ? '' : lineConfidence(line)) },
  ];
}

const totalText = ({ complete, low, high }: Comparison['scenarios'][number]['estimate']): string =>
  complete ? rangeText(low, high) : partText(low, high);

function getSummary({ scenarios, change }: Comparison, currency: string): string {
  const totals = scenarios.map(({ label, estimate }) => `${label}: ${totalText(estimate)}`);
  const difference = change === undefined ? 'change unknown' : `change ${changeText(change)}`;
  return `${totals.join(' · ')} · ${difference} ${currency}`;
}

function getFacts(
  result: Comparison,
  scenarios: readonly Scenario[],
  at: number,
  timeZone: string,
  inReport: boolean,
): readonly Fact[] {
  const lines = result.scenarios.flatMap(({ estimate }) => estimate.lines);
  const own = scenarios.flatMap(({ card }): readonly RateCard[] => (card === undefined ? [] : [card]));
  const hasCards = own.length > 0;
  const times = scenarios.flatMap(({ at: time }) =>
    time === undefined ? [] : [localTime(Number(time), timeZone)],
  );
  const delivered = [
    ...times,
    ...(hasCards ? [`with a card ${localTime(at, timeZone)}, or at the time of the row`] : []),
  ];
  return [
    ['Delivered', delivered.join('; ')],
    zoneFact(timeZone),
    cardFact(lines, own, inReport),
    priceFact,
    ['Change', 'the most of the last less the most of the first'],
  ];
}

function makeFiles(result: Comparison, facts: readonly Fact[], flags: CompareFlags): Map<string, string> {
  const totals = Object.fromEntries(
    result.scenarios.map(({ label, estimate }) => [label, totalText(estimate)]),
  );
  const change = result.change === undefined ? unknown : changeText(result.change);
  return getFiles([
    [flags.csv, () => toCsv(result.lines, getCsvColumns(result, flags.currency))],
    ...reportFiles(flags, {
      ...marketGroups(result.scenarios),
      title: 'What changes',
      summary: getSummary(result, flags.currency),
      facts,
      rows: result.lines,
      columns: getColumns(result),
      totals: { ...totals, market: 'total', change },
      reasons: groupReasons(result.scenarios.flatMap(({ estimate }) => estimate.lines)),
    }),
  ]);
}

/** `wabakit price compare plan.csv --with 2026-09-30 2026-10-01`: what did October change for us? */
export function registerCompare(price: Command, io: CliIo): void {
  const command = price
    .command('compare')
    .description('Price a plan at several dates or with several cards.')
    .argument('<plan>', 'the plan as a CSV or JSON file')
    .requiredOption('--with <dates or cards...>', 'two or more: 2026-09-30, 2026-10-01-USD, next-card.csv')
    .option('--tiers <file>', 'the volume tier CSV that belongs to the card file')
    .option('--effective-from <date>', 'the first day of the card file, if the file does not contain it');
  withTimeOptions(command, 'when the messages are delivered that a card prices');
  withPlanLimits(withFileOptions(withTermOptions(withAllowanceOptions(command)))).action(
    async (path: string, flags: CompareFlags) => {
      checkFiles(flags);
      const { timeZone, currency, phoneNumbers, freeServiceMessagesUsed } = flags;
      const at = getTime(flags.at, timeZone);
      const read: Scenario[] = [];
      for (const text of flags.with) read.push(await getScenario(text, flags));
      const scenarios = nameApart(read);
      const builder = createComparison(
        { at, timeZone, currency, phoneNumbers, freeServiceMessagesUsed, ...getTerms(flags) },
        scenarios,
      );
      await readPlan(path, flags, (row) => builder.add(row));
      const result = builder.result();
      const factsFor = (inReport: boolean): readonly Fact[] =>
        getFacts(result, scenarios, at, timeZone, inReport);
      const files = makeFiles(result, factsFor(true), flags);
      await writeFiles(files);
      if (flags.json) io.out(JSON.stringify({ ...result, timeZone }, null, 2));
      else {
        const table = textTable(result.lines, getColumns(result));
        io.out(`${table}\n\n${getSummary(result, currency)}\n${factLines(factsFor(false))}`);
      }
      for (const { label, estimate } of result.scenarios)
        for (const note of lineNotes(estimate.lines)) io.error(`${label}: ${note}`);
      const categories = result.lines.map(({ category }) => category);
      for (const note of unusedBid(flags, categories)) io.error(note);
      for (const file of files.keys()) io.error(`wrote ${file}`);
      if (result.scenarios.some(({ estimate }) => !estimate.complete)) io.fail(unknownPrice);
    },
  );
}
