import type { Command } from 'commander';
import { PricingError, type PlanRow } from 'wabakit/pricing';
import { parseCount } from '../parse-count.ts';
import { badPlan, readPlanFile, type PlanLimits, type PlanRecord } from './plan-file.ts';
import { createRowReader, findColumns, type PlanColumns, type RowIssue } from './plan-row.ts';

const namedIssues = 50;

/** Adds the options that limit how much of a plan is read. */
export const withPlanLimits = (command: Command): Command =>
  command
    .option('--max-rows <count>', 'the most rows that a plan may have', parseCount, 5_000_000)
    .option('--max-bytes <count>', 'the most bytes that a plan may have', parseCount, 500_000_000);

/** How a plan is to be read. */
export interface ReadPlanOptions extends PlanLimits {
  /** The zone of dates without an offset. */
  readonly timeZone: string;
}

/** The column that a parameter of the estimate stands in. */
const columnOf: Readonly<Record<string, string>> = {
  insideWindow: 'inside_window',
  freeEntryPoint: 'free_entry_point',
  to: 'to',
  prefix: 'prefix',
  at: 'at',
  count: 'count',
};

function addRow(row: PlanRow, add: (row: PlanRow) => void): readonly RowIssue[] {
  try {
    add(row);
    return [];
  } catch (error) {
    if (!(error instanceof PricingError)) throw error;
    return error.issues.map(({ path, message }) => ({ column: columnOf[path], message }));
  }
}

/**
 * Reads a plan row by row and adds each row. Throws one error that names the bad rows, the first fifty of them, each with its columns and reasons;
 * what was added by then is not to be used.
 */
export async function readPlan(
  path: string,
  options: ReadPlanOptions,
  add: (row: PlanRow) => void,
): Promise<void> {
  const readRow = createRowReader(options.timeZone);
  const named: { path: string; message: string }[] = [];
  let bad = 0;
  let known: { readonly heads: readonly string[]; readonly columns: PlanColumns } | undefined;

  const note = (where: string, issues: readonly RowIssue[]): void => {
    if (issues.length === 0) return;
    bad += 1;
    if (bad > namedIssues) return;
    for (const { column, message } of issues)
      named.push({ path: column === undefined ? where : `${where}, column ${column}`, message });
  };

  const take = (record: PlanRecord): void => {
    const { where, heads, cells } = record;
    if (known?.heads !== heads) {
      const columns = findColumns(heads);
      const isHeader = cells === heads;
      if ('message' in columns) {
        if (isHeader) throw badPlan([{ path: where, message: columns.message }]);
        note(where, [columns]);
        return;
      }
      known = { heads, columns };
      if (isHeader) return;
    }
    const issues: RowIssue[] = [];
    const row = readRow(record, known.columns, issues);
    note(where, issues.length > 0 ? issues : addRow(row, add));
  };

  await readPlanFile(path, options, take);
  const left = bad - namedIssues;
  if (bad > 0) {
    throw badPlan(
      named,
      left > 0 ? [`And ${left.toLocaleString('en-US')} more rows that cannot be read.`] : [],
    );
  }
}
