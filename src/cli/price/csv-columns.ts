import { stringify } from 'csv-stringify/sync';
import { moneyToDecimal, type Money } from 'wabakit/pricing';

/** A column of text: it may come from the user's file. */
interface TextColumn<Row> {
  readonly head: string;
  readonly text: (row: Row) => string | undefined;
}

/** A column of numbers or amounts. */
interface NumberColumn<Row> {
  readonly head: string;
  readonly number: (row: Row) => number | Money | undefined;
}

/** One column of a CSV file for programs. */
export type CsvColumn<Row> = TextColumn<Row> | NumberColumn<Row>;

/** A cell of text that a spreadsheet would run as a formula is read as text with an apostrophe before it. */
const escapeFormula = (text: string): string =>
  /^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/.test(text) ? `'${text}` : text;

const plainNumber = (value: number | Money | undefined): string =>
  value === undefined ? '' : typeof value === 'number' ? String(value) : moneyToDecimal(value);

/**
 * Writes rows as CSV for programs: numbers are plain (`-0.0136`, no separators, nothing before the sign), what is not known is an empty cell, and
 * only cells of text are escaped against formulas.
 */
export const toCsv = <Row>(rows: readonly Row[], columns: readonly CsvColumn<Row>[]): string =>
  stringify([
    columns.map(({ head }) => head),
    ...rows.map((row) =>
      columns.map((column) =>
        'text' in column ? escapeFormula(column.text(row) ?? '') : plainNumber(column.number(row)),
      ),
    ),
  ]);
