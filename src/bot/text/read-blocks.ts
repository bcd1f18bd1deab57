import { parseMarkdown, type Token } from './parser.ts';
import { joinLines, readInline, type ReferenceBudget } from './read-inline.ts';
import { bold, textRun, type Code, type Line, type Run } from './runs.ts';
import { tableRows } from './table-rows.ts';

interface List {
  /** The number of the next item; undefined in a list of bullets. */
  next: number | undefined;
}

const indent = (depth: number): string => '   '.repeat(Math.min(depth, 4));

/** The bullet of a list at this depth. WhatsApp draws one level; deeper ones are drawn by hand. */
const bullet = (depth: number): string => `${indent(depth - 1)}${['- ', '◦ ', '▪ '][Math.min(depth, 3) - 1]}`;

/** A bullet says nothing alone, a number does. */
const isNumber = (marker: string): boolean => /\d/.test(marker);

/** Every label that a link or an image refers to. */
function usedLabels(tokens: readonly Token[], labels: Set<unknown> = new Set()): Set<unknown> {
  for (const { type, meta, children } of tokens) {
    if (type !== 'reference_definition' && meta?.['label'] !== undefined) labels.add(meta['label']);
    if (children !== null) usedLabels(children, labels);
  }
  return labels;
}

/** Turns the tokens of a document into lines and blocks of code. */
class BlockReader {
  readonly blocks: (Line | Code)[] = [];
  private readonly source: readonly string[];
  private readonly budget: ReferenceBudget;
  private readonly used: Set<unknown>;
  private quotes = 0;
  private readonly lists: List[] = [];
  /** The bullet or number of an item that has no text yet. */
  private marker: { readonly text: string; readonly line: number } | undefined;
  private heading: Token | undefined;
  /** The line of the source behind the last block. */
  private end = 0;

  constructor(markdown: string, tokens: readonly Token[]) {
    this.source = markdown.split(/\r\n?|\n/);
    this.budget = { left: Math.max(markdown.length, 100_000) };
    this.used = usedLabels(tokens);
  }

  /** A blank line where the source has one. */
  private gapBefore(line: number): number {
    if (this.blocks.length === 0) return 0;
    return line > this.end ? 2 : 1;
  }

  private addLine(gap: number, lead: string, runs: readonly Run[], rest = indent(this.lists.length)): void {
    const quote = this.quotes > 0 ? '> ' : '';
    this.blocks.push({ kind: 'line', gap, lead: `${quote}${lead}`, rest: `${quote}${rest}`, runs });
  }

  private addLines([start, end]: readonly [number, number], lines: readonly Run[][]): void {
    const isFull = (runs: readonly Run[]): boolean => runs.some(({ text }) => text.trim() !== '');
    const last = lines.findLastIndex(isFull);
    if (last === -1) return;
    let gap = this.gapBefore(start);
    for (const runs of lines.slice(lines.findIndex(isFull), last + 1)) {
      if (isFull(runs)) this.addLine(gap, this.takeMarker() ?? indent(this.lists.length), runs);
      gap = isFull(runs) ? 1 : 2;
    }
    this.end = end;
  }

  private takeMarker(): string | undefined {
    const { marker } = this;
    this.marker = undefined;
    return marker?.text;
  }

  /** Writes the marker of an item that begins with something else than text, or is empty. */
  private writeMarker(isWorthALine: (text: string) => boolean): void {
    const { marker } = this;
    this.marker = undefined;
    if (marker !== undefined && isWorthALine(marker.text))
      this.addLine(this.gapBefore(marker.line), marker.text, []);
  }

  private startItem({ map }: Token): void {
    const list = this.lists.at(-1);
    this.writeMarker(isNumber);
    const depth = this.lists.length;
    const text = list?.next === undefined ? bullet(depth) : `${indent(depth - 1)}${list.next}. `;
    this.marker = { text, line: map?.[0] ?? this.end };
    if (list?.next !== undefined) list.next += 1;
  }

  private addText({ children, map }: Token): void {
    const place = this.heading?.map ?? map ?? [this.end, this.end];
    const lines = readInline(children ?? [], this.budget, this.heading === undefined ? 0 : bold);
    const first = lines[0]?.[0];
    const task = this.marker === undefined ? null : /^\[([ xX])\](?=\s)/.exec(first?.text ?? '');
    if (first !== undefined && task !== null && lines[0] !== undefined) {
      lines[0][0] = { ...first, text: `${task[1] === ' ' ? '☐' : '☑'}${first.text.slice(3)}` };
    }
    this.addLines(place, lines);
  }

  private addCode({ content, map }: Token): void {
    const [start, end] = map ?? [this.end, this.end];
    const text = content.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
    this.writeMarker(isNumber);
    if (text !== '') this.blocks.push({ kind: 'code', gap: this.gapBefore(start), text });
    this.end = end;
  }

  /** A definition that no link uses, a second one of the same label, or a footnote is text. */
  private addDefinition({ meta, map }: Token): void {
    const label = String(meta?.['label']);
    const [start, end] = map ?? [this.end, this.end];
    if (label.startsWith('^') || !this.used.delete(label)) {
      const text = this.source.slice(start, end).map((line) => line.replace(/^[\s>]*(?:[-*+]\s+)*/, ''));
      this.addLines(
        [start, end],
        text.map((line) => [textRun(line.replace(/^\[\^/, '['))]),
      );
    }
  }

  private addTable(tokens: readonly Token[], start: number, end: number): void {
    this.writeMarker(isNumber);
    const read = ({ children }: Token): Run[] => joinLines(readInline(children ?? [], this.budget));
    const depth = this.lists.length + 1;
    for (const [index, runs] of tableRows(tokens, this.source, read).entries()) {
      this.addLine(index === 0 ? this.gapBefore(start) : 1, bullet(depth), runs, indent(depth));
    }
    this.end = end;
  }

  add(token: Token): void {
    const { type } = token;
    if (type === 'inline') this.addText(token);
    else if (type === 'fence' || type === 'code_block') this.addCode(token);
    else if (type === 'reference_definition') this.addDefinition(token);
    else if (token.tag === 'blockquote') this.quotes += token.nesting;
    else if (type === 'list_item_open') this.startItem(token);
    else if (type === 'list_item_close') this.writeMarker(() => true);
    else if (type === 'bullet_list_open') this.lists.push({ next: undefined });
    else if (type === 'ordered_list_open') this.lists.push({ next: Number(token.attrGet('start') ?? 1) });
    else if (/_list_close$/.test(type)) this.lists.pop();
    else if (type === 'heading_open') this.heading = token;
    else if (type === 'heading_close') this.heading = undefined;
  }

  /** Reads all tokens; a table is read as a whole. */
  addAll(tokens: readonly Token[]): void {
    let table: Token[] = [];
    for (const token of tokens) {
      if (table.length > 0 || token.type === 'table_open') table.push(token);
      else this.add(token);
      if (token.type !== 'table_close') continue;
      const [start, end] = table[0]?.map ?? [this.end, this.end];
      this.addTable(table, start, end);
      table = [];
    }
  }
}

/** Returns a Markdown document as lines and blocks of code, in the order of the document. */
export function readBlocks(markdown: string): (Line | Code)[] {
  const tokens = parseMarkdown(markdown);
  const reader = new BlockReader(markdown, tokens);
  reader.addAll(tokens);
  return reader.blocks;
}
