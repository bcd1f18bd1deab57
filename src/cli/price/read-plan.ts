import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { UsageError } from 'wabakit';
import type { MessageCategory, PlanRow } from 'wabakit/pricing';

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

type Cells = Readonly<Record<string, string>>;
const columns = [
  'country',
  'market',
  'prefix',
  'to',
  'category',
  'count',
  'insidewindow',
  'freeentrypoint',
  'at',
];

const advice =
  'Columns: one of country, market, prefix, to; then category and count; and, if you like, inside_window, free_entry_point (0 to 1) and at (2026-10-01).';

const bad = (where: string, message: string): UsageError =>
  new UsageError({
    summary: 'The plan cannot be read.',
    issues: [{ path: where, message }],
    details: [advice],
  });

function readNumber(cells: Cells, name: string, where: string): number | undefined {
  const text = cells[name] ?? '';
  if (text === '') return undefined;
  const value = text.endsWith('%')
    ? Number(text.slice(0, -1)) / 100
    : Number(text.replaceAll(/[,_](?=\d{3})/g, ''));
  if (Number.isFinite(value)) return value;
  throw bad(`${where}, column ${name}`, `${JSON.stringify(text)} is not a number`);
}

function toRow(cells: Cells, where: string): PlanRow {
  const category = (cells['category'] ?? '').toLowerCase().replace('-', '_');
  if (!isCategory(category)) {
    throw bad(
      `${where}, column category`,
      `${JSON.stringify(category)} is none of ${[...categories].join(', ')}`,
    );
  }
  const count = readNumber(cells, 'count', where);
  if (count === undefined) throw bad(`${where}, column count`, 'is empty');
  const { at = '' } = cells;
  const time = at === '' ? undefined : Date.parse(at);
  if (time !== undefined && Number.isNaN(time))
    throw bad(`${where}, column at`, `${JSON.stringify(at)} is not a date`);
  const place = (name: string): string | undefined => cells[name] || undefined;
  return {
    country: place('country'),
    market: place('market'),
    prefix: place('prefix'),
    to: place('to'),
    category,
    count,
    insideWindow: readNumber(cells, 'insidewindow', where),
    freeEntryPoint: readNumber(cells, 'freeentrypoint', where),
    at: time,
  };
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');

function checkHeads(heads: readonly string[], where: string): string[] {
  const names = heads.map(plain);
  const unknown = heads.filter((_, index) => !columns.includes(names[index] ?? ''));
  if (unknown.length > 0) throw bad(where, `has columns that are not known: ${unknown.join(', ')}`);
  for (const need of ['category', 'count'])
    if (!names.includes(need)) throw bad(where, `has no column ${need}`);
  return names;
}

/** A row of the plan, and where it stands in the file, for the error that pricing it may throw. */
export interface PlanLine {
  readonly row: PlanRow;
  readonly where: string;
}

async function* readCsvPlan(path: string): AsyncGenerator<PlanLine> {
  const parser = parse({ bom: true, trim: true, skip_empty_lines: true, max_record_size: 10_000 });
  // What goes wrong with the file reaches the loop below through the parser.
  pipeline(createReadStream(path), parser, () => undefined);
  let heads: string[] | undefined;
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      if (heads === undefined) {
        heads = checkHeads(record, 'row 1');
        continue;
      }
      const where = `row ${number}`;
      const cells: Record<string, string> = {};
      for (const [index, name] of heads.entries()) cells[name] = record[index] ?? '';
      yield { row: toRow(cells, where), where };
    }
  } catch (error) {
    if (error instanceof CsvError) throw bad(`row ${number + 1}`, error.message);
    throw error;
  }
  if (heads === undefined) throw bad('the file', 'is empty');
}

async function* readJsonPlan(path: string): AsyncGenerator<PlanLine> {
  let plan: unknown;
  try {
    plan = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw bad('the file', `is not JSON: ${error.message}`);
    throw error;
  }
  if (!Array.isArray(plan)) throw bad('the file', 'should hold a list of rows');
  for (const [index, row] of (plan as readonly unknown[]).entries()) {
    const where = `item ${index}`;
    if (typeof row !== 'object' || row === null) throw bad(where, 'is not an object');
    const texts = Object.entries(row).map(([name, value]): [string, string] => [name, String(value)]);
    const names = checkHeads(
      texts.map(([name]) => name),
      where,
    );
    yield {
      row: toRow(Object.fromEntries(texts.map(([, value], at) => [names[at] ?? '', value])), where),
      where,
    };
  }
}

/** Reads a plan row by row from a CSV or JSON file, so that memory does not grow with the file. */
export async function* readPlan(path: string): AsyncGenerator<PlanLine> {
  try {
    yield* path.toLowerCase().endsWith('.json') ? readJsonPlan(path) : readCsvPlan(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) {
      throw new UsageError({ summary: `The file ${path} does not exist.`, cause: error });
    }
    throw error;
  }
}

/** Adds every row to an estimate; an error names the row that it is about. */
export async function addPlan(path: string, add: (row: PlanRow) => void): Promise<void> {
  for await (const { row, where } of readPlan(path)) {
    try {
      add(row);
    } catch (error) {
      const reason =
        error instanceof Error ? (error.message.split('\n')[1] ?? error.message).trim() : String(error);
      throw bad(where, reason);
    }
  }
}
