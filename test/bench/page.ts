import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import type { Figures } from './figure.ts';

const page = 'docs/benchmarks.md';

/** A cell of a table; `undefined` where nothing was measured. */
export type Cell = string | number | undefined;

const write = (cell: Cell): string =>
  typeof cell === 'number' ? cell.toLocaleString('en-US') : (cell ?? '–').replaceAll('|', '\\|');

/** Returns a table in Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(write).join(' | ')} |`).join('\n');

/** Returns our own figures as a table. */
export const figureTable = (figures: Figures): string =>
  table(
    ['figure', 'value', 'unit', 'floor', 'ratio'],
    Object.entries(figures).map(([name, { value, unit, floor, ratio }]) => [name, value, unit, floor, ratio]),
  );

/** Puts text between `<!-- name -->` and `<!-- /name -->` of docs/benchmarks.md. Throws if the page has no such place. */
export async function writeBlock(name: 'own' | 'peers', text: string): Promise<void> {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const before = readFileSync(page, 'utf8');
  const [from, to] = [before.indexOf(start), before.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${page} has no place for ${name}: ${start} … ${end}`);
  const after = `${before.slice(0, from)}${start}\n\n${text}\n\n${before.slice(to)}`;
  writeFileSync(page, await format(after, { ...(await resolveConfig(page)), parser: 'markdown' }));
}
