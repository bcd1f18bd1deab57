import type { Token } from './parser.ts';
import { textRun, type Run } from './runs.ts';

// A longer header is no label: repeated in each row it would fill the screen, and a hostile table the memory.
const maxLabel = 40;

/** The cells of a row as the source has them. The parser drops those that have no column. */
function sourceCells(line: string): string[] {
  const row = line.replace(/^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*/, '').trim();
  return row
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

const getLength = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

/** Joins cells with `; `, without the empty ones. */
const joinCells = (cells: readonly Run[][]): Run[] =>
  cells
    .filter((runs) => runs.length > 0)
    .flatMap((runs, index) => (index === 0 ? runs : [textRun('; '), ...runs]));

/**
 * Returns the rows of a table, one line each: `Train: 12301; Status: WL 4`. The header is a row of its own if the table has no other row, or
 * if a header is too long for a label.
 */
export function tableRows(
  tokens: readonly Token[],
  source: readonly string[],
  read: (cell: Token) => Run[],
): Run[][] {
  const rows: { cells: Run[][]; line: number }[] = [];
  for (const token of tokens) {
    if (token.type === 'tr_open') rows.push({ cells: [], line: token.map?.[0] ?? 0 });
    if (token.type === 'inline') rows.at(-1)?.cells.push(read(token));
  }
  const [header, ...body] = rows;
  if (header === undefined) return [];
  const labels = header.cells;
  const labelled = body.length > 0 && labels.every((label) => getLength(label) <= maxLabel);
  const lines = body.map(({ cells, line }) =>
    joinCells([
      ...cells.map((runs, column) => {
        const label = labelled ? labels[column] : undefined;
        if (label === undefined || label.length === 0 || runs.length === 0) return runs;
        return [...label, textRun(': '), ...runs];
      }),
      ...sourceCells(source[line] ?? '')
        .slice(labels.length)
        .map((cell) => (cell === '' ? [] : [textRun(cell)])),
    ]),
  );
  return [...(labelled ? [] : [joinCells(labels)]), ...lines].filter((runs) => runs.length > 0);
}
