import type { Piece } from './layout.ts';

interface Place {
  readonly piece: number;
  /** Units into the piece's text. */
  readonly at: number;
}

/** A place to cut: the part before it is `size` units and `close`. */
interface Cut {
  /** 4 for a paragraph, 3 for a line, 2 for a sentence, 1 for a word. */
  readonly quality: number;
  readonly size: number;
  readonly close: string;
  readonly next: Place;
}

interface Token {
  readonly text: string;
  readonly kind: 'text' | 'space' | 'sentence';
}

// White space that may be a line break: not the kinds that glue (no-break, figure and narrow no-break space), nor what carries an accent.
const word =
  /(?<space>[^\S\u00a0\u2007\u202f\ufeff]+(?![\p{M}\u200d]))|(?:[\S\u00a0\u2007\u202f\ufeff]|\s(?=[\p{M}\u200d]))+?(?:(?<end>[。！？])|(?=[^\S\u00a0\u2007\u202f\ufeff](?![\p{M}\u200d]))|$)/gu;
const leadingSpace = /^[^\S\u00a0\u2007\u202f\ufeff]+(?![\p{M}\u200d])/u;
const codeLine = /(?<space>\n)|[^\n]+/g;
const beginsLikeAList = /^(?:[-*>]|\d{1,2}\.)\s/;
const sentenceEnd = /[.!?…。！？][*_~"')\]]*$/;

/** What stands in a piece from a place on, in steps that are not cut if they fit. Looks no further than a part can reach. */
function* readTokens(piece: Piece, from: number, limit: number): Generator<Token> {
  const { kind, lead, text, tail } = piece;
  if (kind === 'whole' || (kind === 'code' && lead.length + text.length + tail.length <= limit)) {
    yield { text: text.slice(from), kind: 'text' };
    return;
  }
  // One unit more than fits, so that what is cut off here never counts as whole.
  for (let at = from; at < text.length; at += limit + 1) {
    for (const match of text.slice(at, at + limit + 1).matchAll(kind === 'code' ? codeLine : word)) {
      const { space, end } = match.groups ?? {};
      yield {
        text: match[0],
        kind: space === undefined ? (end === undefined ? 'text' : 'sentence') : 'space',
      };
    }
  }
}

const segmenter = new Intl.Segmenter('en');

const endsInPair = /[\ud800-\udbff]$/;

/** The longest start of a text of at most `size` units that ends between two characters as a reader sees them, else between two code points. */
function getHead(text: string, size: number): string {
  if (text.length <= size) return text;
  const next = text.slice(0, size + 1);
  const window = endsInPair.test(next) ? text.slice(0, size + 2) : next;
  let end = 0;
  for (const { index } of segmenter.segment(window)) if (index <= size) end = index;
  if (end > 0) return window.slice(0, end);
  return text.slice(0, endsInPair.test(text.slice(0, size)) ? size - 1 : size);
}

/** The start of a link or a line of code that is too long for a part: up to a space, if one is in its second half. */
function getWords(text: string, size: number): string {
  const head = getHead(text, size);
  const end = head.lastIndexOf(' ') + 1;
  return end > head.length / 2 ? head.slice(0, end) : head;
}

/** The best cut in the last 40 % of a part, else the last one. A cut further up would waste a message on a few words. */
function getBestCut(cuts: readonly Cut[], limit: number): Cut | undefined {
  const late = cuts.filter(({ size }) => size >= 0.6 * limit);
  const best = Math.max(...late.map(({ quality }) => quality));
  return late.findLast(({ quality }) => quality === best) ?? cuts.at(-1);
}

/** Takes one part from a place on. */
function takePart(pieces: readonly Piece[], from: Place, limit: number): { part: string; next: Place } {
  const cuts: Cut[] = [];
  const start = pieces[from.piece];
  let part = (from.at > 0 ? start?.inside.open : start?.before.open) ?? '';
  const opened = part.length;
  for (let index = from.piece; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) break;
    const { kind, lead, tail, inside, before } = piece;
    if (kind === 'break') {
      if (part.length === opened) continue;
      cuts.push({
        quality: piece.text.length + 2,
        size: part.length,
        close: '',
        next: { piece: index + 1, at: 0 },
      });
      part += piece.text;
      continue;
    }
    let at = index === from.piece ? from.at : 0;
    // White space at the start of a part is left out.
    if (kind === 'words' && part.length === opened)
      at += leadingSpace.exec(piece.text.slice(at))?.[0].length ?? 0;
    for (const token of readTokens(piece, at, limit)) {
      const next = { piece: index, at: at + token.text.length };
      const isSpace = token.kind === 'space';
      if (isSpace && part.length > opened && !beginsLikeAList.test(piece.text.slice(next.at, next.at + 4))) {
        const quality = kind === 'code' ? 3 : sentenceEnd.test(part.slice(-8)) ? 2 : 1;
        // Before the space that a piece begins with, its marks are not open yet.
        const { close } = at === 0 ? before : inside;
        cuts.push({ quality, size: part.length, close, next });
      }
      const added = at === 0 ? lead : '';
      if (part.length + added.length + token.text.length + inside.close.length > limit) {
        const cut = getBestCut(cuts, limit);
        if (cut !== undefined) return { part: part.slice(0, cut.size) + cut.close, next: cut.next };
        const here = { piece: index, at };
        if (part.length > opened) return { part: part + (at === 0 ? before : inside).close, next: here };
        const room = limit - part.length - added.length - inside.close.length;
        const head = getWords(token.text, room);
        const shown = kind === 'code' ? head : head.trimEnd();
        return { part: part + added + shown + inside.close, next: { piece: index, at: at + head.length } };
      }
      part += added + token.text;
      at = next.at;
      if (token.kind === 'sentence') cuts.push({ quality: 2, size: part.length, close: inside.close, next });
    }
    part += (piece.text === '' ? lead : '') + tail;
  }
  return { part, next: { piece: pieces.length, at: 0 } };
}

/** A place at the end of a piece is the start of the next one. */
const settle = ({ piece, at }: Place, pieces: readonly Piece[]): Place =>
  at > 0 && at >= (pieces[piece]?.text.length ?? 0) ? { piece: piece + 1, at: 0 } : { piece, at };

/**
 * Cuts a laid out document into parts of at most `limit` UTF-16 units: after a paragraph, a line, a sentence or a word. A link or a block of code
 * that fits in one part is whole. Marks and fences that a cut ends are written again after it.
 */
export function splitPieces(pieces: readonly Piece[], limit: number): string[] {
  const parts: string[] = [];
  let place: Place = { piece: 0, at: 0 };
  while (place.piece < pieces.length) {
    const { part, next } = takePart(pieces, place, limit);
    if (part.trim() !== '') parts.push(part.trimEnd());
    place = settle(next, pieces);
  }
  return parts;
}
