import { isDate } from '../values/calendar.ts';
import { isCurrency } from '../values/money.ts';
import type { Currency } from '../values/money.ts';
import { badFile } from './read-csv.ts';
import type { CsvRow } from './read-csv.ts';

/** What the caller may say about a file when the file does not, or says it wrongly. */
export interface TableOptions {
  /** The first day of the card, `2027-01-01`. Default: the date in the file's first lines ("effective January 1, 2027"). */
  readonly effectiveFrom?: string | undefined;
  /** The first day on which it is no longer in force. Default: open. */
  readonly effectiveUntil?: string | undefined;
  /** The currency. Default: what the file's Currency column says. */
  readonly currency?: Currency | undefined;
  /** Where the file comes from, for the record. Default `a CSV file`. */
  readonly source?: string | undefined;
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Brings a header cell to its bare letters: `Authentication-\nInternational` is `authenticationinternational`. */
export function bareName(cell: string): string {
  return cell.toLowerCase().replace(/[^a-z]/g, '');
}

/** Finds the effective date of a file: the caller's, or the one in the lines above the header. */
export function effectiveDate(preface: readonly CsvRow[], options: TableOptions): string {
  const { effectiveFrom, effectiveUntil } = options;
  for (const [name, value] of Object.entries({ effectiveFrom, effectiveUntil })) {
    if (value !== undefined && !isDate(value)) {
      throw badFile([
        { path: name, message: `${JSON.stringify(value)} is not a date such as "2027-01-01".` },
      ]);
    }
  }
  if (effectiveFrom !== undefined) return effectiveFrom;
  const words = preface.flatMap((row) => row.cells).join(' ');
  const match = /effective\s+([a-z]+)\s+(\d{1,2}),?\s+(\d{4})/i.exec(words);
  const month = monthNames.indexOf(match?.[1]?.toLowerCase() ?? '') + 1;
  const date = `${match?.[3] ?? ''}-${String(month).padStart(2, '0')}-${(match?.[2] ?? '').padStart(2, '0')}`;
  if (isDate(date)) return date;
  throw badFile([
    {
      path: 'effectiveFrom',
      message:
        'no line above the header says "effective <month> <day>, <year>": give the first day of the card.',
    },
  ]);
}

/** Finds the one currency of a file: the caller's, or the Currency column's. */
export function tableCurrency(rows: readonly CsvRow[], column: number, options: TableOptions): Currency {
  const found = new Map<string, number>();
  for (const row of rows) {
    // Some of Meta's dollar downloads print $US.
    const cell = (row.cells[column] ?? '').replace('$US', 'USD');
    if (column >= 0 && cell !== '' && !found.has(cell)) found.set(cell, row.line);
  }
  const [first, second] = [...found];
  if (second !== undefined) {
    const message = `${second[0]} after ${first?.[0] ?? ''}: a card has one currency.`;
    throw badFile([{ path: `line ${second[1]}, column "Currency"`, message }]);
  }
  const currency = first?.[0] ?? options.currency;
  if (currency === undefined) {
    throw badFile([{ path: 'currency', message: 'the file has no Currency column: give the currency.' }]);
  }
  if (!isCurrency(currency)) {
    const path = first === undefined ? 'currency' : `line ${first[1]}, column "Currency"`;
    throw badFile([{ path, message: `${JSON.stringify(currency)} is not a currency that Meta bills in.` }]);
  }
  if (options.currency !== undefined && options.currency !== currency) {
    throw badFile([{ path: 'currency', message: `the file is in ${currency}, not in ${options.currency}.` }]);
  }
  return currency;
}
