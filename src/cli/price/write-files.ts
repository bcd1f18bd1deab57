import { rename, rm, writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { UsageError } from 'wabakit';
import type { Column } from '../table.ts';

/** Writes rows as CSV; a cell that a spreadsheet would run as a formula is escaped. */
export const toCsv = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string =>
  stringify([columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ cell }) => cell(row)))], {
    escape_formulas: true,
  });

/** Writes all files or none: each is written under a temporary name first and renamed once all are complete. */
export async function writeFiles(files: Readonly<Record<string, string>>): Promise<void> {
  const parts = Object.keys(files).map((path) => ({ path, part: `${path}.part` }));
  try {
    for (const { path, part } of parts) await writeFile(part, files[path] ?? '');
    for (const { path, part } of parts) await rename(part, path);
  } catch (error) {
    for (const { part } of parts) await rm(part, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError({ summary: 'The files cannot be written.', details: [reason], cause: error });
  }
}
