import { breakLiteralMarks, keepBackticks, type LinePart } from './literal-marks.ts';
import { signs, type Code, type Line, type Run } from './runs.ts';
import { settleRuns } from './settle-runs.ts';

/** What a message begins and ends with if it begins or ends at a place. */
interface Seam {
  readonly open: string;
  readonly close: string;
}

/** A stretch of the finished text, with what it takes to cut before it and within it. */
export interface Piece {
  /** `words` may be cut at white space, `code` at line breaks, `whole` nowhere; a `break` is left out at a cut. */
  readonly kind: 'words' | 'whole' | 'code' | 'break';
  readonly lead: string;
  readonly text: string;
  readonly tail: string;
  readonly before: Seam;
  readonly inside: Seam;
}

const noSeam: Seam = { open: '', close: '' };
const reverse = (open: string): string => [...open].reverse().join('');

/** For each run and mark, how many runs in a row have it from there on. */
function getExtents(runs: readonly Run[]): number[][] {
  const extents = runs.map(() => signs.map(() => 0));
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    for (const [which, [mark]] of signs.entries()) {
      const own = extents[index];
      if (own !== undefined && ((runs[index]?.marks ?? 0) & mark) !== 0)
        own[which] = 1 + (extents[index + 1]?.[which] ?? 0);
    }
  }
  return extents;
}

/** The open marks of each run, outermost first: `*_` is bold around italic. The one that goes on longest is outside. */
function nestMarks(runs: readonly Run[]): string[] {
  const extents = getExtents(runs);
  let open = '';
  return runs.map(({ marks }, index) => {
    const has = new Map(
      signs.map(([mark, sign], which) => [sign as string, { on: (marks & mark) !== 0, which }]),
    );
    const ended = [...open].findIndex((sign) => !has.get(sign)?.on);
    if (ended !== -1) open = open.slice(0, ended);
    const reach = (which: number): number => extents[index]?.[which] ?? 0;
    const added = [...has]
      .filter(([sign, { on }]) => on && !open.includes(sign))
      .sort(([, a], [, b]) => reach(b.which) - reach(a.which));
    open += added.map(([sign]) => sign).join('');
    return open;
  });
}

/** The part that two nestings share. */
function getShared(left: string, right: string): string {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return left.slice(0, length);
}

function writeCode(text: string): { readonly fence: string; readonly inside: string } {
  return text.includes('`') ? { fence: '```', inside: keepBackticks(text) } : { fence: '`', inside: text };
}

/** Lays out one line: the marks are written, and signs that are no marks are kept from being read as such. */
function layOutLine({ lead, rest, runs: given }: Line): Piece[] {
  const runs = settleRuns(given);
  if (runs.length === 0) {
    return [{ kind: 'whole', lead: '', text: lead.trimEnd(), tail: '', before: noSeam, inside: noSeam }];
  }
  const nests = nestMarks(runs);
  const pieces = runs.map((run, index): Piece => {
    const nest = nests[index] ?? '';
    const outer = getShared(nests[index - 1] ?? '', nest);
    const after = getShared(nest, nests[index + 1] ?? '');
    const first = index === 0;
    const code = run.kind === 'code' ? writeCode(run.text) : { fence: '', inside: run.text };
    return {
      kind: run.whole ? 'whole' : 'words',
      lead: `${first ? lead : ''}${nest.slice(outer.length)}${code.fence}`,
      text: code.inside,
      tail: `${code.fence}${reverse(nest.slice(after.length))}`,
      before: first ? noSeam : { open: `${rest}${outer}`, close: reverse(outer) },
      inside: { open: `${rest}${nest}${code.fence}`, close: `${code.fence}${reverse(nest)}` },
    };
  });
  const parts = pieces.flatMap(({ lead: before, text, tail }, index): LinePart[] => [
    { kind: 'sign', text: before, marks: '' },
    { kind: runs[index]?.kind === 'text' ? 'text' : 'code', text, marks: nests[index] ?? '' },
    { kind: 'sign', text: tail, marks: '' },
  ]);
  const texts = breakLiteralMarks(parts);
  return pieces.map((piece, index) => ({
    ...piece,
    text: texts[3 * index + 1] ?? '',
  }));
}

function layOutCode({ text }: Code): Piece {
  const fence = '```';
  const inside = { open: fence, close: fence };
  return { kind: 'code', lead: fence, text: keepBackticks(text), tail: fence, before: noSeam, inside };
}

/** Lays out a document: the texts of all pieces, with their leads and tails, are the finished text. */
export const layOut = (blocks: readonly (Line | Code)[]): Piece[] =>
  blocks.flatMap((block) => [
    ...(block.gap === 0
      ? []
      : [
          {
            kind: 'break',
            lead: '',
            text: '\n'.repeat(block.gap),
            tail: '',
            before: noSeam,
            inside: noSeam,
          } as const,
        ]),
    ...(block.kind === 'code' ? [layOutCode(block)] : layOutLine(block)),
  ]);
