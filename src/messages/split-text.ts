import { checkArguments } from './check-arguments.ts';
import { textLimits } from '../schemas/limits.ts';
import { getStart } from './start-of-text.ts';

// Best place first: after a paragraph, a line, a sentence, a word.
const breaks = [/\n{2,}/g, /\n/g, /[.!?…。！？]\s+/g, /\s+/g];

/** The end of the last good break in the text; the whole text when there is none in its second half. */
function getCut(text: string): number {
  for (const kind of breaks) {
    const last = [...text.matchAll(kind)].at(-1);
    const end = last === undefined ? 0 : last.index + last[0].length;
    if (end > text.length / 2) return end;
  }
  return text.length;
}

/**
 * Cuts a text that is too long for one message into parts: after a paragraph, a line, a sentence or a word, never within an emoji.
 * White space at the cuts is dropped, nothing else. A short text comes back as one part, an empty one as none.
 *
 * Throws `UsageError` if `limit` is not a whole number of 1 or more.
 *
 * @param limit Characters that a part may have; 4,096 by default, 1 or more.
 *
 * @example
 * splitText('One. Two. Three.', 10); // ['One. Two.', 'Three.']
 * for (const body of splitText(longText)) await wa.messages.sendText({ to, body });
 */
export function splitText(text: string, limit: number = textLimits.body): string[] {
  checkArguments(text, limit);
  const parts: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const start = getStart(rest, limit) || [...rest.slice(0, 2 * limit)].slice(0, limit).join('');
    const part = start === rest ? rest : rest.slice(0, getCut(start));
    parts.push(part.trimEnd());
    rest = rest.slice(part.length).trimStart();
  }
  return parts;
}
