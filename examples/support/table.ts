/** How a table is printed. */
export interface TableOptions {
  /** Columns that are aligned to the right, such as amounts. */
  readonly right?: readonly string[];
  /** A column of long texts: each is printed on a line of its own, below its row. */
  readonly below?: string;
}

/** Prints rows as a table with aligned columns. */
export function table(rows: readonly Readonly<Record<string, string>>[], options: TableOptions = {}): string {
  const { right = [], below } = options;
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== below);
  const cells = (column: string): string[] => [column, ...rows.map((row) => row[column] ?? '')];
  const widths = columns.map((column) => Math.max(...cells(column).map(({ length }) => length)));
  const line = (row: Readonly<Record<string, string>>): string =>
    columns
      .map((column, index) => {
        const size = widths[index] ?? 0;
        const cell = row[column] ?? '';
        return right.includes(column) ? cell.padStart(size) : cell.padEnd(size);
      })
      .join('  ')
      .trimEnd();
  const heads = Object.fromEntries(columns.map((column) => [column, column]));
  const rules = Object.fromEntries(columns.map((column, index) => [column, '─'.repeat(widths[index] ?? 0)]));
  const printed = rows.flatMap((row) =>
    below === undefined ? [line(row)] : [line(row), `  ${row[below] ?? ''}`],
  );
  return [line(heads), line(rules), ...printed].join('\n');
}
