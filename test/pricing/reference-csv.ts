import { readdirSync } from 'node:fs';
import { hasReference, readReference, referencePath } from '../helpers/reference.ts';

/** The rows of a reference file, by column name. These files hold no quotes, so a plain split reads them without the code under test. */
export function csvRows(name: string): Record<string, string>[] {
  const [header = '', ...lines] = readReference(`pricing/${name}`).trim().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

/** The names of the CSV files of a reference folder; none when the reference is not at hand. */
export const csvFiles = (folder: string): string[] =>
  hasReference ? readdirSync(referencePath(`pricing/${folder}`)).filter((file) => file.endsWith('.csv')) : [];

/** Ten-thousandths of a decimal text, without floating point. */
export function getUnits(decimal: string): number {
  const [whole = '', fraction = ''] = decimal.split('.');
  return Number(whole + fraction.padEnd(4, '0'));
}
