import { getAt, getBefore, isUnspaced, isWord } from './characters.ts';
import { textRun, type Run } from './runs.ts';

const isBlank = (text: string): boolean => /^\s+$/.test(text);
const getFirst = ({ kind, text }: Run): string => (kind === 'code' ? '`' : getAt(text, 0));
const getLast = ({ kind, text }: Run): string => (kind === 'code' ? '`' : getBefore(text, text.length));

/** Cuts the white space at both ends of each text into runs of their own: a mark must touch its text. */
function separateSpaces(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) => {
    if (run.kind !== 'text' || isBlank(run.text)) return [run];
    const from = run.text.length - run.text.trimStart().length;
    const to = run.text.trimEnd().length;
    return [run.text.slice(0, from), run.text.slice(from, to), run.text.slice(to)]
      .filter((text) => text !== '')
      .map((text) => ({ ...run, text }));
  });
}

/** Gives white space the marks that the text on both sides has, and leaves it out at both ends of the line. */
function markSpaces(runs: readonly Run[]): Run[] {
  const isSpace = ({ kind, text }: Run): boolean => kind === 'text' && isBlank(text);
  const first = runs.findIndex((run) => !isSpace(run));
  const last = runs.findLastIndex((run) => !isSpace(run));
  const next = runs.map(({ marks }) => marks);
  for (let index = last; index > first; index -= 1) {
    const run = runs[index];
    if (run !== undefined && isSpace(run)) next[index] = next[index + 1] ?? 0;
  }
  const marked: Run[] = [];
  for (const [index, run] of runs.entries()) {
    if (index < first || index > last) continue;
    const before = marked.at(-1)?.marks ?? 0;
    marked.push(isSpace(run) ? { ...run, marks: before & (next[index] ?? 0) } : run);
  }
  return first === -1 ? [] : marked;
}

/** Joins neighbours that look the same. */
function joinEqual(runs: readonly Run[]): Run[] {
  const joined: { run: Run; texts: string[] }[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const { kind, marks, whole } = run;
    if (last?.run.kind === kind && last.run.marks === marks && last.run.whole === whole && kind !== 'url') {
      last.texts.push(run.text);
    } else joined.push({ run, texts: [run.text] });
  }
  return joined.map(({ run, texts }) => ({ ...run, text: texts.join('') }));
}

/** What stands between two runs whose marks differ. */
function judgeBorder(left: Run, right: Run): 'fine' | 'space' | 'word' {
  const [before, after] = [getLast(left), getFirst(right)];
  const opens = (right.marks & ~left.marks) !== 0;
  const closes = (left.marks & ~right.marks) !== 0;
  if (!(opens && isWord(before)) && !(closes && isWord(after))) return 'fine';
  const inWord = isWord(before) && isWord(after) && !isUnspaced(before) && !isUnspaced(after);
  return inWord ? 'word' : 'space';
}

/**
 * Keeps marks where WhatsApp reads them: not against a letter or digit outside. Within a word the mark goes, since a space would cut the word;
 * elsewhere a space comes.
 */
function clearBorders(given: readonly Run[]): Run[] {
  const runs = [...given];
  const spaced = new Set<number>();
  for (let index = 1; index < runs.length; index += 1) {
    // A mark that goes may end another within a word further left.
    for (let at = index; at > 0; at -= 1) {
      const [left, right] = [runs[at - 1], runs[at]];
      if (left === undefined || right === undefined) break;
      const border = judgeBorder(left, right);
      if (border === 'space') spaced.add(at);
      if (border !== 'word') break;
      const both = left.marks & right.marks;
      runs[at - 1] = { ...left, marks: both };
      runs[at] = { ...right, marks: both };
    }
  }
  return runs.flatMap((run, index) =>
    spaced.has(index)
      ? [{ ...textRun(' ', (runs[index - 1]?.marks ?? 0) & run.marks), whole: run.whole }, run]
      : [run],
  );
}

/** Prepares the runs of a line: white space is outside of marks, and every mark stands where WhatsApp reads it as one. */
export const settleRuns = (runs: readonly Run[]): Run[] =>
  clearBorders(joinEqual(markSpaces(separateSpaces(runs))));
