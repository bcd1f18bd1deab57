import { PricingError } from '../values/pricing-error.ts';

/** A row of a CSV file: its cells, and the line of the file on which it begins, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A price table: its rows, and whether its decimal sign is a comma, as in files with semicolons. */
export interface CsvTable {
  readonly rows: readonly CsvRow[];
  readonly hasDecimalComma: boolean;
}

const maximumCharacters = 1_000_000;

/** Makes the error for a file that cannot be read. */
export function badFile(issues: readonly { path: string; message: string }[]): PricingError {
  return new PricingError('The CSV file cannot be read as a price table. No part of it was used.', issues);
}

/** What parts the cells: the sign after the first head, as a spreadsheet of the user's country saved the file. */
function findDelimiter(text: string): string {
  return /^\uFEFF?"?market[^,;\t\r\n"]*"?([,;\t])/im.exec(text)?.[1] ?? ',';
}

/**
 * Returns a rate as decimal text with a point, `undefined` for text that is none or may be read in two ways: in a file with semicolons `1.234` may
 * be a fraction or thousands.
 */
export function readDecimal(cell: string, hasDecimalComma: boolean): string | undefined {
  let text = cell;
  if (hasDecimalComma) {
    if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(cell)) return undefined;
    text = cell.replace(',', '.');
  } else if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(cell)) text = cell.replaceAll(',', '');
  return /^\d+(?:\.\d{1,4})?$/.test(text) ? text : undefined;
}

/**
 * Reads CSV text as RFC 4180 has it: quoted cells may hold commas, doubled quotes and line breaks; lines end in LF or CRLF; a BOM is skipped. Cells may be parted by semicolons or tabs instead of commas.
 * Cells come without the white space around them, line breaks inside become one space. Empty rows are left out.
 */
export function readCsv(text: string): CsvTable {
  if (typeof text !== 'string') throw badFile([{ path: 'file', message: 'should be a text' }]);
  if (text.length > maximumCharacters) {
    throw badFile([
      { path: 'file', message: `${text.length} characters; a price table has at most 1,000,000.` },
    ]);
  }
  const delimiter = findDelimiter(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quotedSince = 0;
  let line = 1;
  let rowLine = 1;
  const endCell = (): void => {
    cells.push(cell.replace(/\s+/g, ' ').trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((one) => one !== '')) rows.push({ line: rowLine, cells });
    cells = [];
  };
  for (let index = text.charCodeAt(0) === 0xfeff ? 1 : 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\n') line += 1;
    if (quotedSince > 0) {
      if (character !== '"') cell += character;
      else if (text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quotedSince = 0;
    } else if (character === '"') quotedSince = line;
    else if (character === delimiter) endCell();
    else if (character === '\n') {
      endRow();
      rowLine = line;
    } else cell += character;
  }
  if (quotedSince > 0) {
    throw badFile([{ path: `line ${quotedSince}`, message: 'a quote (") is opened and never closed.' }]);
  }
  endRow();
  return { rows, hasDecimalComma: delimiter === ';' };
}
