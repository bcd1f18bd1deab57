import { readHtmlTag } from './html-tag.ts';
import type { Token } from './parser.ts';
import { bold, italic, strike, textRun, type Run } from './runs.ts';

/** What links by reference may still add to the text: a long address that is named many times must not make a message of gigabytes. */
export interface ReferenceBudget {
  left: number;
}

interface OpenLink {
  readonly href: string;
  /** `text` for a footnote, `bare` for an address that stands in the text. */
  readonly shows: 'label' | 'bare' | 'footnote';
  readonly line: number;
  readonly run: number;
}

const markOf = new Map([
  ['strong', bold],
  ['em', italic],
  ['s', strike],
]);

/** The address as people read it, without line breaks and spaces; empty for a place on a page that is not there. */
function showAddress(href: string): string {
  return href.startsWith('#') ? '' : href.replace(/^(?:mailto|tel):/i, '').replace(/\s+/g, '%20');
}

const withoutScheme = (address: string): string =>
  address
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .toLowerCase();

/** Builds the lines of one paragraph, heading or cell. */
class InlineReader {
  readonly lines: Run[][] = [[]];
  private readonly depth = new Map<number, number>();
  private codeDepth = 0;
  private readonly links: OpenLink[] = [];
  private readonly budget: ReferenceBudget;
  private readonly always: number;

  constructor(budget: ReferenceBudget, always: number) {
    this.budget = budget;
    this.always = always;
  }

  private get line(): Run[] {
    return this.lines.at(-1) ?? [];
  }

  private get marks(): number {
    return [...this.depth].reduce((marks, [mark, depth]) => (depth > 0 ? marks | mark : marks), this.always);
  }

  private addRun(text: string, kind: Run['kind']): void {
    if (text === '') return;
    const marks = kind === 'text' ? this.marks : 0;
    this.line.push({ text, marks, kind, whole: kind !== 'text' || this.links.length > 0 });
  }

  private addText(text: string): void {
    const [first = '', ...more] = text.replace(/\[\^([^\]\s]{1,99})\]/g, '[$1]').split(/\r\n?|\n/);
    this.addRun(first, this.codeDepth > 0 ? 'code' : 'text');
    for (const line of more) {
      this.lines.push([]);
      this.addRun(line, this.codeDepth > 0 ? 'code' : 'text');
    }
  }

  private setMark(mark: number, closes: boolean): void {
    this.depth.set(mark, Math.max(0, (this.depth.get(mark) ?? 0) + (closes ? -1 : 1)));
  }

  /** Links do not nest: one that begins ends the one before it. An image may stand in a link. */
  private openLink(href: string, shows: OpenLink['shows'], isImage = false): void {
    if (!isImage) this.closeLink();
    this.links.push({ href, shows, line: this.lines.length - 1, run: this.line.length });
  }

  private closeLink(): void {
    const link = this.links.at(-1);
    if (link === undefined) return;
    const label = this.lines
      .slice(link.line)
      .map((runs, index) =>
        runs
          .slice(index === 0 ? link.run : 0)
          .map(({ text }) => text)
          .join(''),
      )
      .join(' ')
      .trim();
    const address = showAddress(link.href);
    if (link.shows === 'label' && address !== '' && withoutScheme(label) !== withoutScheme(address)) {
      if (label !== '') this.addRun(' ', 'text');
      this.addRun(label === '' ? address : `(${address})`, 'url');
    } else if (link.shows !== 'label' || address !== '') {
      this.lines.length = link.line + 1;
      this.line.length = link.run;
      if (link.shows === 'footnote') this.addRun(`[${label.slice(1)}]`, 'text');
      else this.addRun(link.shows === 'bare' ? label.replace(/\s+/g, '%20') : address, 'url');
    }
    this.links.pop();
  }

  private addImage(alt: string, src: string): void {
    const inLink = this.links.length > 0;
    this.openLink(inLink && alt !== '' ? '' : src, 'label', true);
    this.addText(alt);
    this.closeLink();
  }

  private addTag(html: string): void {
    const tag = readHtmlTag(html);
    if (tag.does === 'mark') this.setMark(tag.mark, tag.closes);
    else if (tag.does === 'code') this.codeDepth = Math.max(0, this.codeDepth + (tag.closes ? -1 : 1));
    else if (tag.does === 'link') {
      if (tag.closes) this.closeLink();
      else this.openLink(tag.href, 'label');
    } else if (tag.does === 'image') this.addImage(tag.alt, tag.src);
    else if (tag.does === 'text') this.addText(tag.text);
    else if (this.line.length > 0 || (tag.does === 'break' && tag.always)) this.lines.push([]);
    if (tag.does === 'item') this.addText('• ');
  }

  /** The address of a link by reference counts against the budget; without budget the link is its label. */
  private getAddress(token: Token, attribute: string): string {
    const address = String(token.attrGet(attribute) ?? '');
    if (token.meta?.['label'] === undefined) return address;
    this.budget.left -= address.length;
    return this.budget.left < 0 ? '' : address;
  }

  add(token: Token): void {
    const mark = markOf.get(token.tag);
    if (mark !== undefined && this.codeDepth > 0) this.addText(token.markup);
    else if (mark !== undefined) this.setMark(mark, token.nesting === -1);
    else if (token.type === 'link_open') {
      const label = token.meta?.['label'];
      const footnote = typeof label === 'string' && label.startsWith('^');
      this.openLink(
        this.getAddress(token, 'href'),
        footnote ? 'footnote' : token.info === 'auto' ? 'bare' : 'label',
      );
    } else if (token.type === 'link_close') this.closeLink();
    else if (token.type === 'image')
      this.addImage(getPlainText(token.children ?? []), this.getAddress(token, 'src'));
    else if (token.type === 'code_inline') this.addRun(token.content, 'code');
    else if (token.type === 'html_inline') this.addTag(token.content);
    else this.addText(/break$/.test(token.type) ? '\n' : token.content);
  }

  /** An `<a>` that nothing closes is a link all the same. */
  end(): Run[][] {
    while (this.links.length > 0) this.closeLink();
    return this.lines;
  }
}

/** The words of an image's description, without marks. */
const getPlainText = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content, children }) =>
      children === null
        ? type === 'html_inline'
          ? ''
          : content || (type === 'softbreak' ? ' ' : '')
        : getPlainText(children),
    )
    .join('');

/**
 * Returns the lines of a paragraph, a heading or a cell.
 *
 * @param marks Marks that all of it has, such as a heading's.
 */
export function readInline(tokens: readonly Token[], budget: ReferenceBudget, marks = 0): Run[][] {
  const reader = new InlineReader(budget, marks);
  for (const token of tokens) reader.add(token);
  return reader.end().map((runs) => runs.filter(({ text }) => text !== ''));
}

/** Puts the lines of a cell in one. */
export const joinLines = (lines: readonly Run[][]): Run[] =>
  lines.flatMap((runs, index) => (index === 0 ? runs : [textRun(' '), ...runs]));
