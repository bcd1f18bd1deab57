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

/** Which cell of a record holds which column. */
export type PlanColumns = ReadonlyMap<Column, number>;

/** What is wrong with one row. */
export interface RowIssue {
  /** The column, where it is known. */
  readonly column?: string | undefined;
  readonly message: string;
}

/** Finds the columns in a line of heads, or says what is wrong with it. */
export function findColumns(heads: readonly string[]): PlanColumns | RowIssue {
  const columns = new Map<Column, number>();
  const unknown: string[] = [];
  const known: Readonly<Record<string, Column>> = columnNames;
  for (const [index, head] of heads.entries()) {
    const name = known[head.toLowerCase().replaceAll(/[\s_-]/g, '')];
    if (name === undefined) {
      if (head !== '') unknown.push(head);
    } else if (columns.has(name)) return { message: `has two columns ${name}` };
    else columns.set(name, index);
  }
  if (unknown.length > 0) {
    return { message: `has columns that are not known: ${unknown.slice(0, 10).join(', ').slice(0, 200)}` };
  }
  for (const need of ['category', 'count'] as const)
    if (!columns.has(need)) return { message: `has no column ${need}` };
  return columns;
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 40));

/** Reads a row. What is wrong with it is added to `issues`; then the row is not to be used. */
export function toPlanRow(
  { cells, heads, hasCommaThousands }: PlanRecord,
  columns: PlanColumns,
  timeZone: string,
  issues: RowIssue[],
): PlanRow {
  const cell = (name: Column): string => cells[columns.get(name) ?? -1] ?? '';
  const place = (name: Column): string | undefined => cell(name) || undefined;

  function readCategory(): MessageCategory {
    const text = cell('category');
    if (isCategory(text)) return text;
    const category = text.toLowerCase().replaceAll(/[\s-]/g, '_');
    if (isCategory(category)) return category;
    const message = text === '' ? 'is empty' : `${quoted(text)} is none of ${[...categories].join(', ')}`;
    issues.push({ column: 'category', message });
    return 'service';
  }

  function readCount(): number {
    const text = cell('count');
    if (/^\d+$/.test(text)) return Number(text);
    if (hasCommaThousands && /^[1-9]\d{0,2}(,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''));
    let message = `${quoted(text)} is not a whole number`;
    if (text === '') message = 'is empty';
    else if (/^\d+[.,]\d+$/.test(text)) {
      message = `${quoted(text)} may mean a fraction or thousands: write the count in digits only`;
    } else if (/^\d[\d.,'\s\u00A0\u202F]*$/.test(text)) {
      message = `${quoted(text)} is not a number without separators: write the count in digits only`;
    }
    issues.push({ column: 'count', message });
    return 0;
  }

  function readShare(name: 'inside_window' | 'free_entry_point'): number | undefined {
    const text = cell(name);
    if (text === '') return undefined;
    const [, digits, percent] = /^(\d+(?:[.,]\d+)?)\s?(%?)$/.exec(text) ?? [];
    const value = Number(digits?.replace(',', '.')) / (percent === '%' ? 100 : 1);
    if (value >= 0 && value <= 1) return value;
    issues.push({ column: name, message: `${quoted(text)} is not a share from 0 to 1, such as 0.4 or 40%` });
    return undefined;
  }

  function readAt(): number | undefined {
    const text = cell('at');
    if (text === '') return undefined;
    try {
      return parseBillingTime(text, timeZone);
    } catch {
      const other = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(text)
        ? ': day and month may be meant either way; format the column as 2026-10-01'
        : ' such as 2026-10-01 or 2026-10-01T09:00';
      issues.push({ column: 'at', message: `${quoted(text)} is not a date${other}` });
      return undefined;
    }
  }

  if (cells.length < heads.length) {
    issues.push({ message: `has ${cells.length} cells; the first row has ${heads.length}` });
  } else if (cells.slice(heads.length).some((text) => text !== '')) {
    issues.push({
      message: `has more cells than the first row (${heads.length}): is a comma not in quotes?`,
    });
  }
  return {
    country: place('country'),
    market: place('market'),
    prefix: place('prefix'),
    to: place('to'),
    category: readCategory(),
    count: readCount(),
    insideWindow: readShare('inside_window'),
    freeEntryPoint: readShare('free_entry_point'),
    at: readAt(),
  };
}
