import { getAt, getBefore, isWord } from './characters.ts';

/** Word joiner: it has no width, and ends the rule by which a sign is a mark. Confidence: low, Meta documents no way to escape. */
const joiner = '\u2060';

const isSpace = (character: string): boolean => character === '' || /\s/.test(character);

/** A piece of a line: `sign` was written by us, `code` is shown as it is, `text` may hold signs that nobody meant as marks. */
export interface LinePart {
  readonly kind: 'sign' | 'code' | 'text';
  readonly text: string;
  /** The signs of the marks around it. */
  readonly marks: string;
}

/** Places in the line before which a joiner has to stand. */
function findJoints(parts: readonly LinePart[], line: string): Set<number> {
  const joints = new Set<number>();
  const closed = new Set<string>();
  let end = line.length;
  for (const part of parts.toReversed()) {
    const start = end - part.text.length;
    for (let at = end - 1; at >= start; at -= 1) {
      const sign = line[at] ?? '';
      if (!'*_~`'.includes(sign)) continue;
      const [before, after] = [getBefore(line, at), getAt(line, at + 1)];
      const opens = sign === '`' || (!isWord(before) && !isSpace(after) && after !== sign);
      const closes = sign === '`' || (!isSpace(before) && !isWord(after));
      if (part.kind === 'text') {
        if (opens && closed.has(sign)) joints.add(at + 1);
        else if (closes && part.marks.includes(sign)) joints.add(at);
      }
      if (closes) closed.add(sign);
    }
    end = start;
  }
  return joints;
}

/**
 * Returns the texts of the parts of a line, with joiners where WhatsApp would read a mark, a bullet, a number or a quote that the text does not
 * mean.
 */
export function breakLiteralMarks(parts: readonly LinePart[]): string[] {
  const line = parts.map(({ text }) => text).join('');
  const joints = findJoints(parts, line);
  if (parts.find(({ text }) => text !== '')?.kind === 'text' && /^(?:[-*>]|\d{1,2}\.)\s/.test(line))
    joints.add(0);
  let start = 0;
  const sorted = [...joints].sort((a, b) => a - b);
  let next = 0;
  return parts.map(({ text, kind }) => {
    const end = start + text.length;
    const pieces: string[] = [];
    let from = start;
    for (; next < sorted.length && (sorted[next] ?? 0) <= end; next += 1) {
      const at = sorted[next] ?? 0;
      if (kind !== 'text' && at === end) break;
      pieces.push(line.slice(from, at), joiner);
      from = at;
    }
    pieces.push(line.slice(from, end));
    start = end;
    return pieces.join('');
  });
}

/**
 * Returns text from data, such as a name, in which no sign is a mark: `*`, `_`, `~` and backticks are shown as they are. For text that you
 * send as it is; `whatsAppText` does it by itself.
 *
 * A sign that WhatsApp would not read as a mark stays alone; after another one comes a word joiner (U+2060), which has no width. Meta documents
 * no way to escape a mark.
 *
 * @example
 * escapeMarks('C* and snake_case'); // unchanged
 * `Hello ${escapeMarks(profileName)}, your order is on its way.`;
 *
 * @beta
 */
export const escapeMarks = (text: string): string =>
  text
    .split('\n')
    .map((line) => breakLiteralMarks([{ kind: 'text', text: line, marks: '' }]).join(''))
    .join('\n');

/** Returns code whose backticks do not end it: between fences there must not be three of them, nor one at an end. */
export function keepBackticks(code: string): string {
  const inside = code.replace(/``(?=`)/g, `\`\`${joiner}`);
  return `${inside.startsWith('`') ? joiner : ''}${inside}${inside.endsWith('`') ? joiner : ''}`;
}
