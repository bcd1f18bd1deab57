/** A piece of a message's text. */
export type Piece =
  | { readonly kind: 'text' | 'code' | 'link'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly pieces: readonly Piece[] };

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

// One pass, no nesting of quantifiers: a mark opens before and closes after something other than a space, within one line.
const token =
  /```([\s\S]+?)```|`([^`\n]+)`|(?<![\p{L}\p{N}*_~])([*_~])(?!\s)([^\n]{0,4096}?[^\s])\3(?![\p{L}\p{N}*_~])|(https?:\/\/[^\s<>"')\]]+)/u;

/** Reads WhatsApp's marks: `*bold*`, `_italic_`, `~strike~`, `` `code` `` and three backticks; and finds http links. */
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
