import { parseBillingTime, type MessageCategory, type PlanRow } from 'wabakit/pricing';
import type { PlanRecord } from './plan-file.ts';

const categories: ReadonlySet<string> = new Set<MessageCategory>([
  'marketing',
  'marketing_lite',
  'utility',
  'authentication',
  'authentication_international',
  'service',
  'general_purpose_ai',
]);
const isCategory = (text: string): text is MessageCategory => categories.has(text);

/** The columns of a plan, by their names without case, blanks, hyphens and underscores. */
const columnNames = {
  country: 'country',
  market: 'market',
  prefix: 'prefix',
  to: 'to',
  category: 'category',
  count: 'count',
  insidewindow: 'inside_window',
  freeentrypoint: 'free_entry_point',
  at: 'at',
} as const;
type Column = (typeof columnNames)[keyof typeof columnNames];

/** Which cell of a record holds which column; -1 for a column that is not there. */
export type PlanColumns = Readonly<Record<Column, number>>;

/** What is wrong with one row. */
export interface RowIssue {
  /** The column, where it is known. */
  readonly column?: string | undefined;
  readonly message: string;
}

const noColumns: PlanColumns = {
  country: -1,
  market: -1,
  prefix: -1,
  to: -1,
  category: -1,
  count: -1,
  inside_window: -1,
  free_entry_point: -1,
  at: -1,
};

/** Finds the columns in a line of heads, or says what is wrong with it. */
export function findColumns(heads: readonly string[]): PlanColumns | RowIssue {
  const columns: Record<Column, number> = { ...noColumns };
  const unknown: string[] = [];
  const known: Readonly<Record<string, Column>> = columnNames;
  for (const [index, head] of heads.entries()) {
    const name = known[head.toLowerCase().replaceAll(/[\s_-]/g, '')];
    if (name === undefined) {
      if (head !== '') unknown.push(head);
    } else if (columns[name] >= 0) return { message: `has two columns ${name}` };
    else columns[name] = index;
  }
  if (unknown.length > 0) {
    return { message: `has columns that are not known: ${unknown.slice(0, 10).join(', ').slice(0, 200)}` };
  }
  for (const need of ['category', 'count'] as const)
    if (columns[need] < 0) return { message: `has no column ${need}` };
  return columns;
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 40));

/** Why a cell cannot be read. */
class CellFault {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

function readCategory(text: string): MessageCategory | CellFault {
  const category = text.toLowerCase().replaceAll(/[\s-]/g, '_');
  if (isCategory(category)) return category;
  if (text === '') return new CellFault('is empty');
  return new CellFault(`${quoted(text)} is none of ${[...categories].join(', ')}`);
}

function readCount(text: string, hasCommaThousands: boolean): number | CellFault {
  if (/^\d+$/.test(text)) return Number(text);
  if (hasCommaThousands && /^[1-9]\d{0,2}(,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''));
  if (text === '') return new CellFault('is empty');
  if (/^\d+[.,]\d+$/.test(text)) {
    return new CellFault(`${quoted(text)} may mean a fraction or thousands: write the count in digits only`);
  }
  return new CellFault(`${quoted(text)} is not a number of messages: write the count in digits only`);
}

function readShare(text: string): number | CellFault {
  const [, digits, percent] = /^(\d+(?:[.,]\d+)?)\s?(%?)$/.exec(text) ?? [];
  const value = Number(digits?.replace(',', '.')) / (percent === '%' ? 100 : 1);
  if (value >= 0 && value <= 1) return value;
  return new CellFault(`${quoted(text)} is not a share from 0 to 1, such as 0.4 or 40%`);
}

function readTime(text: string, timeZone: string): number | CellFault {
  try {
    return parseBillingTime(text, timeZone);
  } catch {
    const isAmbiguous = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(text);
    const advice = isAmbiguous
      ? 'day and month may be meant either way: format the column as 2026-10-01'
      : 'write 2026-10-01 or 2026-10-01T09:00';
    return new CellFault(`${quoted(text)} is not a date that can be read: ${advice}`);
  }
}

const keptTexts = 1000;

/** Reads each text once: a plan repeats its categories, shares and times in most of its rows. */
function readOnce<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      if (known.size >= keptTexts) known.clear();
      value = read(text);
      known.set(text, value);
    }
    return value;
  };
}

/**
 * Creates the reader of the rows of one plan; dates without an offset are in `timeZone`. What is wrong with a row is added to `issues`, and then
 * the row is not to be used.
 */
export function createRowReader(
  timeZone: string,
): (record: PlanRecord, columns: PlanColumns, issues: RowIssue[]) => PlanRow {
  const toCategory = readOnce(readCategory);
  const toShare = readOnce(readShare);
  const toTime = readOnce((text) => readTime(text, timeZone));
  return ({ cells, heads, hasCommaThousands }, columns, issues) => {
    const note = <T>(column: Column, value: T | CellFault, instead: T): T => {
      if (!(value instanceof CellFault)) return value;
      issues.push({ column, message: value.message });
      return instead;
    };
    const [inside, entry, at] = [
      cells[columns.inside_window] ?? '',
      cells[columns.free_entry_point] ?? '',
      cells[columns.at] ?? '',
    ];
    if (cells.length < heads.length) {
      issues.push({ message: `has ${cells.length} cells; the first row has ${heads.length}` });
    } else if (cells.length > heads.length && cells.slice(heads.length).some((text) => text !== '')) {
      issues.push({
        message: `has more cells than the first row (${heads.length}): is a comma not in quotes?`,
      });
    }
    return {
      country: cells[columns.country] || undefined,
      market: cells[columns.market] || undefined,
      prefix: cells[columns.prefix] || undefined,
      to: cells[columns.to] || undefined,
      category: note('category', toCategory(cells[columns.category] ?? ''), 'service'),
      count: note('count', readCount(cells[columns.count] ?? '', hasCommaThousands), 0),
      insideWindow: inside === '' ? undefined : note('inside_window', toShare(inside), 0),
      freeEntryPoint: entry === '' ? undefined : note('free_entry_point', toShare(entry), 0),
      at: at === '' ? undefined : note('at', toTime(at), 0),
    };
  };
}
