import type { Command } from 'commander';
import { UsageError } from 'wabakit';
import {
  reconcile,
  reconcileAnalytics,
  type AnalyticsLine,
  type Difference,
  type LedgerEntry,
  type LedgerSnapshot,
  type Quote,
} from 'wabakit/pricing';
import type { CliIo } from '../io.ts';
import { textTable, type Column } from '../table.ts';
import { amountText, countText, unknown } from './amounts.ts';
import { toCsv, type CsvColumn } from './csv-columns.ts';
import { exitCodes, readCount, readTimeZone, unknownPrice } from './options.ts';
import { readLedger, readPoints, readReports } from './read-bill.ts';
import { getFiles, writeFiles } from './write-files.ts';

interface CheckFlags {
  readonly statuses?: readonly string[];
  readonly analytics?: string;
  readonly timeZone: string;
  readonly tolerance: number;
  readonly csv?: string;
  readonly json?: boolean;
}

const printed = 50;

function ledgerText(quote: Quote | undefined): string {
  if (quote === undefined) return 'not in it';
  if (quote.outcome === 'unknown') return `${quote.category} ${unknown}`;
  if (quote.outcome === 'not_sendable') return `${quote.category} refused`;
  if (quote.outcome === 'at_most') return `${quote.category} at most ${amountText(quote.limit)}`;
  return `${quote.category} ${quote.pricingType} ${amountText(quote.amount)}`;
}

const metaText = ({ report }: Difference): string =>
  [report.category, report.type, report.subtype].filter((word) => word !== undefined).join(' ');

const differenceColumns: readonly Column<Difference>[] = [
  { head: 'message', cell: ({ id }) => id },
  { head: 'cause', cell: ({ cause }) => cause },
  { head: 'ledger', cell: ({ entry }) => ledgerText(entry?.quote) },
  { head: 'Meta', cell: metaText },
];

const priced = (entry: LedgerEntry | undefined) =>
  entry?.quote.outcome === 'priced' ? entry.quote.amount : undefined;

const differenceCsv: readonly CsvColumn<Difference>[] = [
  { head: 'message', text: ({ id }) => id },
  { head: 'month', text: ({ entry }) => entry?.month },
  { head: 'cause', text: ({ cause }) => cause },
  { head: 'ledger_category', text: ({ entry }) => entry?.quote.category },
  {
    head: 'ledger_type',
    text: ({ entry }) => (entry?.quote.outcome === 'priced' ? entry.quote.pricingType : entry?.quote.outcome),
  },
  { head: 'ledger_amount', number: ({ entry }) => priced(entry) },
  { head: 'meta_category', text: ({ report }) => report.category },
  { head: 'meta_type', text: ({ report }) => report.type },
  { head: 'reason', text: ({ reason }) => reason },
];

const lineColumns = (currency: string): readonly Column<AnalyticsLine>[] => [
  { head: 'month', cell: ({ month }) => month },
  { head: 'market', cell: ({ market }) => market ?? unknown },
  { head: 'category', cell: ({ category }) => category },
  { head: 'type', cell: ({ type }) => type },
  { head: 'ledger', cell: ({ messages }) => countText(messages.ledger), right: true },
  { head: 'Meta', cell: ({ messages }) => countText(messages.meta), right: true },
  {
    head: `ledger ${currency}`,
    cell: ({ amount }) => (amount.ledger === undefined ? unknown : amountText(amount.ledger)),
    right: true,
  },
  {
    head: `Meta ${currency}`,
    cell: ({ amount }) => (amount.meta === undefined ? unknown : amountText(amount.meta)),
    right: true,
  },
  { head: 'cause', cell: ({ cause }) => cause ?? 'agree' },
];

const lineCsv = (currency: string): readonly CsvColumn<AnalyticsLine>[] => [
  { head: 'month', text: ({ month }) => month },
  { head: 'market', text: ({ market }) => market },
  { head: 'category', text: ({ category }) => category },
  { head: 'type', text: ({ type }) => type },
  { head: 'ledger_messages', number: ({ messages }) => messages.ledger },
  { head: 'meta_messages', number: ({ messages }) => messages.meta },
  { head: 'ledger_amount', number: ({ amount }) => amount.ledger },
  { head: 'meta_amount', number: ({ amount }) => amount.meta },
  { head: 'difference', number: ({ difference }) => difference },
  { head: 'currency', text: () => currency },
  { head: 'cause', text: ({ cause }) => cause },
];

/** Exit code 1 for what differs; 3 where the only trouble is that a price is not known. */
function setExitCode(causes: readonly (string | undefined)[], io: CliIo): void {
  const found = causes.filter((cause) => cause !== undefined);
  const isUnknown = (cause: string): boolean => cause === 'unknown_price' || cause === 'cost_missing';
  if (found.length > 0) io.fail(found.every(isUnknown) ? unknownPrice : 1);
}

async function checkStatuses(
  snapshot: LedgerSnapshot,
  paths: readonly string[],
  flags: CheckFlags,
  io: CliIo,
): Promise<void> {
  if (snapshot.entries.length === 0 && snapshot.totals.length > 0) {
    throw new UsageError({
      summary: 'The ledger holds totals only, and statuses are compared message by message.',
      details: ['Make it with keepEntries: true, or compare it with --analytics.'],
    });
  }
  const source = { entries: () => snapshot.entries, pending: () => snapshot.pending };
  const result = reconcile(source, await readReports(paths));
  const { agreed, differences, notReported, neverDelivered } = result;
  const files = getFiles([[flags.csv, () => toCsv(differences, differenceCsv)]]);
  await writeFiles(files);
  const summary = `${countText(agreed)} agree, ${countText(differences.length)} differ, ${countText(notReported.length)} were never reported, ${countText(neverDelivered.length)} were never delivered`;
  const left = differences.length - printed;
  if (flags.json) io.out(JSON.stringify(result, null, 2));
  else if (differences.length === 0) io.out(summary);
  else {
    const more = left > 0 ? `\nand ${countText(left)} more (--csv writes all)` : '';
    io.out(`${textTable(differences.slice(0, printed), differenceColumns)}${more}\n\n${summary}`);
  }
  for (const file of files.keys()) io.error(`wrote ${file}`);
  const causes = differences.map(({ cause }) => cause);
  setExitCode(causes, io);
}

async function checkAnalytics(
  snapshot: LedgerSnapshot,
  path: string,
  flags: CheckFlags,
  io: CliIo,
): Promise<void> {
  const { currency } = snapshot;
  const { timeZone, tolerance } = flags;
  const lines = reconcileAnalytics(snapshot.totals, await readPoints(path), {
    currency,
    timeZone,
    tolerance,
  });
  const files = getFiles([[flags.csv, () => toCsv(lines, lineCsv(currency))]]);
  await writeFiles(files);
  const differing = lines.filter(({ cause }) => cause !== undefined).length;
  const summary = `${countText(lines.length - differing)} lines agree, ${countText(differing)} differ. Months of ${timeZone}; Meta calls its costs approximate.`;
  io.out(
    flags.json ? JSON.stringify(lines, null, 2) : `${textTable(lines, lineColumns(currency))}\n\n${summary}`,
  );
  for (const file of files.keys()) io.error(`wrote ${file}`);
  setExitCode(
    lines.map(({ cause }) => cause),
    io,
  );
}

/** `wabakit price check ledger.json --analytics points.json`: is the bill right? */
export function registerCheck(price: Command, io: CliIo): void {
  price
    .command('check')
    .description(
      'Compare a ledger with what Meta reports: message by message with status webhooks, or by month and market with pricing analytics.',
    )
    .argument('<ledger>', 'the ledger, saved with JSON.stringify(ledger.snapshot())')
    .option('--statuses <files...>', 'webhook bodies as Meta sent them: a JSON list, or one a line')
    .option('--analytics <file>', 'what getPricingAnalytics returned, as JSON')
    .option('--time-zone <zone>', "the account's IANA time zone, in which months begin", readTimeZone, 'UTC')
    .option('--tolerance <units>', 'ten-thousandths a message by which amounts may differ', readCount, 0)
    .option('--csv <file>', 'write the differences (with --analytics: all lines) to a CSV file for programs')
    .option('--json', 'print JSON')
    .addHelpText('after', exitCodes)
    .action(async (path: string, flags: CheckFlags) => {
      const { statuses, analytics } = flags;
      const snapshot = await readLedger(path);
      if (statuses !== undefined && analytics === undefined)
        await checkStatuses(snapshot, statuses, flags, io);
      else if (analytics !== undefined && statuses === undefined)
        await checkAnalytics(snapshot, analytics, flags, io);
      else throw new UsageError({ summary: 'Give exactly one of --statuses and --analytics.' });
    });
}
