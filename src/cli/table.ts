import { printable } from './printable.ts';

/** One column of a printed table. */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string;
  /** Numbers stand to the right. */
  readonly right?: boolean;
  /** Leaves the column out where every cell of it is empty, so that a terminal of 80 columns holds the rest. */
  readonly optional?: boolean;
}

/** Returns the columns without those optional ones that hold nothing in these rows. */
export const filledColumns = <Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): readonly Column<Row>[] =>
  columns.filter(({ cell, optional }) => optional !== true || rows.some((row) => cell(row) !== ''));

/** Prints rows with aligned columns, a rule under the heads. Cells may come from files: they are made printable. */
export function textTable<Row>(rows: readonly Row[], all: readonly Column<Row>[]): string {
  const columns = filledColumns(rows, all);
  const cells = rows.map((row) => columns.map(({ cell }) => printable(cell(row))));
  const widths = columns.map(({ head }, index) =>
    cells.reduce((width, line) => Math.max(width, line[index]?.length ?? 0), head.length),
  );
  const print = (line: readonly string[]): string =>
    line
      .map((text, index) => {
        const width = widths[index] ?? 0;
        return columns[index]?.right ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [columns.map(({ head }) => head), widths.map((width) => '─'.repeat(width)), ...cells]
    .map(print)
    .join('\n');
}
