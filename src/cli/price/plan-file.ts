import { format } from 'node:util';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { UsageError } from 'wabakit';
import { readText } from './load-card.ts';

/** How much of a plan is read. */
export interface PlanLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
}

/** One row of a plan file as text. */
export interface PlanRecord {
  /** Where it stands: `row 7`, as a spreadsheet counts, or `item 7` of a JSON list. */
  readonly where: string;
  /** The names of the columns. */
  readonly heads: readonly string[];
  /** The cells, in the order of the columns. */
  readonly cells: readonly string[];
  /** Whether a comma can be a thousands separator: in files with semicolons it is the decimal sign. */
  readonly hasCommaThousands: boolean;
}

const headBytes = 16_384;
const recordBytes = 10_000;
// JSON is read whole, and takes about ten times its size in memory.
const jsonBytes = 50_000_000;

const advice =
  'Columns: one of country, market, prefix, to; then category and count; and, if you like, inside_window, free_entry_point (0 to 1, or 40%) and at (2026-10-01).';

/** Makes the error for a plan that cannot be read. */
export const badPlan = (
  issues: readonly { readonly path: string; readonly message: string }[],
  more: readonly string[] = [],
): UsageError => new UsageError({ summary: 'The plan cannot be read.', issues, details: [...more, advice] });

const tooMuch = (what: string, option: string): UsageError =>
  new UsageError({
    summary: `The plan has more than ${what}.`,
    details: [`Raise ${option}, or split the plan.`],
  });

/** Reads the beginning of a file as text; Excel writes UTF-8 or UTF-16, with a byte-order mark. */
async function readHead(path: string, { maxBytes }: PlanLimits): Promise<string> {
  const file = await open(path);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new UsageError({ summary: `${path} is not a file.` });
    if (stat.size > maxBytes) throw tooMuch(`${maxBytes.toLocaleString('en-US')} bytes`, '--max-bytes');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const encoding = buffer[0] === 0xff && buffer[1] === 0xfe ? 'utf-16le' : 'utf-8';
    return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** What parts the cells, and the line with the heads: Excel may write `sep=;` above them. */
function findDelimiter(head: string): { readonly delimiter: string; readonly fromLine: number } {
  const first = /[^\r\n]+/.exec(head)?.[0] ?? '';
  const named = /^sep=(.)$/i.exec(first)?.[1];
  if (named !== undefined) return { delimiter: named, fromLine: 2 };
  const count = (sign: string): number => first.split(sign).length;
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  return { delimiter, fromLine: 1 };
}

async function readCsvPlan(
  path: string,
  limits: PlanLimits,
  take: (record: PlanRecord) => void,
): Promise<void> {
  const { delimiter, fromLine } = findDelimiter(await readHead(path, limits));
  const parser = parse({
    bom: true,
    trim: true,
    delimiter,
    from_line: fromLine,
    relax_column_count: true,
    max_record_size: recordBytes,
  });
  const hasCommaThousands = delimiter !== ';';
  let heads: readonly string[] | undefined;
  let number = fromLine - 1;
  const takeCells = (cells: readonly string[]): void => {
    number += 1;
    if (cells.every((cell) => cell === '')) return;
    if (number - fromLine > limits.maxRows) {
      throw tooMuch(`${limits.maxRows.toLocaleString('en-US')} rows`, '--max-rows');
    }
    const where = `row ${number}`;
    heads ??= cells;
    take({ where, heads, cells, hasCommaThousands });
  };
  parser.on('data', (cells: readonly string[]) => {
    try {
      takeCells(cells);
    } catch (error) {
      parser.destroy(error instanceof Error ? error : new Error(format('%s', error)));
    }
  });
  try {
    await pipeline(createReadStream(path), parser);
  } catch (error) {
    if (error instanceof CsvError) throw badPlan([{ path: `row ${number + 1}`, message: error.message }]);
    throw error;
  }
  if (heads === undefined) throw badPlan([{ path: 'the file', message: 'is empty' }]);
}

/** A value of a JSON row as the text of a cell. */
function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : JSON.stringify(value);
}

async function readJsonPlan(
  path: string,
  limits: PlanLimits,
  take: (record: PlanRecord) => void,
): Promise<void> {
  const text = await readText(path, Math.min(limits.maxBytes, jsonBytes));
  let plan: unknown;
  try {
    plan = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw badPlan([{ path: 'the file', message: `is not JSON: ${error.message}` }]);
  }
  if (!Array.isArray(plan)) throw badPlan([{ path: 'the file', message: 'should hold a list of rows' }]);
  if (plan.length > limits.maxRows) {
    throw tooMuch(`${limits.maxRows.toLocaleString('en-US')} rows`, '--max-rows');
  }
  for (const [index, row] of (plan as readonly unknown[]).entries()) {
    const where = `item ${index}`;
    if (typeof row !== 'object' || row === null)
      throw badPlan([{ path: where, message: 'is not an object' }]);
    const cells = Object.values(row).map(cellText);
    take({ where, heads: Object.keys(row), cells, hasCommaThousands: true });
  }
}

/** Reads a plan record by record from a CSV or JSON file; the first record of a CSV file is its line of heads. Memory does not grow with a CSV file. */
export async function readPlanFile(
  path: string,
  limits: PlanLimits,
  take: (record: PlanRecord) => void,
): Promise<void> {
  const read = path.toLowerCase().endsWith('.json') ? readJsonPlan : readCsvPlan;
  try {
    await read(path, limits, take);
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error) || !('syscall' in error)) throw error;
    const code = 'code' in error ? String(error.code) : 'unreadable';
    const summary =
      code === 'ENOENT' ? `The file ${path} does not exist.` : `The file ${path} cannot be read (${code}).`;
    throw new UsageError({ summary, cause: error });
  }
}
