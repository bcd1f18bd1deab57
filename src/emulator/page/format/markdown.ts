/** A piece of a line. */
export type Piece =
  | { readonly kind: 'text' | 'code' | 'link'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly pieces: readonly Piece[] };

/** An entry of a list; a numbered one keeps the number that the sender wrote. */
interface ListItem {
  readonly number?: number | undefined;
  readonly pieces: readonly Piece[];
}

/** A part of a message's text, from the start of a line to the end of one. */
export type Block =
  | { readonly kind: 'lines' | 'quote'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'bullets' | 'numbers'; readonly items: readonly ListItem[] }
  | { readonly kind: 'code'; readonly text: string };

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

// One pass, no nesting of quantifiers: a mark opens before and closes after something other than a space, within one line.
const token =
  /```([\s\S]+?)```|`([^`\n]+)`|(?<![\p{L}\p{N}*_~])([*_~])(?!\s)([^\n]{0,4096}?[^\s])\3(?![\p{L}\p{N}*_~])|(https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?])/u;

/** Reads the marks within lines: `*bold*`, `_italic_`, `~strike~`, `` `code` `` and three backticks; and finds http links. */
export function readMarkdown(text: string, depth = 0): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = text;
  while (rest !== '') {
    const match = token.exec(rest);
    if (match === null) break;
    const [whole, block, code, mark, inner, link] = match;
    if (match.index > 0) pieces.push({ kind: 'text', text: rest.slice(0, match.index) });
    if (link !== undefined) pieces.push({ kind: 'link', text: link });
    else if (mark !== undefined && inner !== undefined) {
      const kind = marks[mark as keyof typeof marks];
      pieces.push({
        kind,
        pieces: depth < 3 ? readMarkdown(inner, depth + 1) : [{ kind: 'text', text: inner }],
      });
    } else pieces.push({ kind: 'code', text: block ?? code ?? '' });
    rest = rest.slice(match.index + whole.length);
  }
  if (rest !== '') pieces.push({ kind: 'text', text: rest });
  return pieces;
}

// A line; three backticks hold the lines between them together.
const line = /(?:```[\s\S]+?```|[^\n])+|(?<=\n|^)(?=\n|$)/g;
// Alone on its lines; three backticks within one line are a word like others.
const codeBlock = /^```((?:(?!```).)*\n(?:(?!```).)*)```$/s;
const quote = /^> (.*\S.*)$/s;
const bullet = /^[-*] (.*\S.*)$/s;
const numbered = /^(\d{1,3})\. (.*\S.*)$/s;

type LineKind = Exclude<Block['kind'], 'code'>;

interface Line {
  readonly kind: LineKind;
  readonly text: string;
  readonly number?: number;
}

function readLine(text: string): Line {
  const [, quoted] = quote.exec(text) ?? [];
  if (quoted !== undefined) return { kind: 'quote', text: quoted };
  const [, item] = bullet.exec(text) ?? [];
  if (item !== undefined) return { kind: 'bullets', text: item };
  const [, number, entry] = numbered.exec(text) ?? [];
  return entry === undefined
    ? { kind: 'lines', text }
    : { kind: 'numbers', text: entry, number: Number(number) };
}

function toBlock(kind: LineKind, lines: readonly Line[]): Block {
  if (kind === 'lines' || kind === 'quote')
    return { kind, pieces: readMarkdown(lines.map(({ text }) => text).join('\n')) };
  return { kind, items: lines.map(({ number, text }) => ({ number, pieces: readMarkdown(text) })) };
}

/**
 * Reads a message's text as WhatsApp shows it: quotes (`> `), bulleted (`- `, `* `) and numbered (`1. `) lists, blocks of code, and the marks
 * within lines. Source: WhatsApp Help Center, "How to format your messages".
 */
export function readText(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: Line[] = [];
  const close = (): void => {
    const [first] = lines;
    if (first) blocks.push(toBlock(first.kind, lines));
    lines = [];
  };
  for (const source of text.match(line) ?? []) {
    const [, code] = codeBlock.exec(source) ?? [];
    const next = readLine(source);
    if (code !== undefined || (lines[0] && lines[0].kind !== next.kind)) close();
    if (code === undefined) lines.push(next);
    else blocks.push({ kind: 'code', text: code.replace(/^\n|\n$/g, '') });
  }
  close();
  return blocks;
}

const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : plain(piece.pieces))).join('');

/** Returns the words alone, for a place that has one line: without marks, the points of lists kept. */
export const plainText = (text: string): string =>
  readText(text)
    .map((block) => {
      if ('text' in block) return block.text;
      if ('pieces' in block) return plain(block.pieces);
      return block.items
        .map(({ number, pieces }) => `${number === undefined ? '•' : `${number}.`} ${plain(pieces)}`)
        .join('\n');
    })
    .join('\n');
