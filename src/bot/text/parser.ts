import MarkdownIt, {
  type MarkdownIt as Parser,
  type StateBlock,
  type StateInline,
  type Token,
} from 'markdown-it';
import { getAt, getBefore, isUnspaced, isWord } from './characters.ts';

export type { Token };

// Each list takes two levels, each quote one. What lies deeper is nobody's text: it stays as typed, and the parser stays linear.
const maxLevel = 32;

/** Takes what is nested too deeply as one paragraph. Without it the parser drops everything below its own limit. */
function keepDeepText(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent || state.level < maxLevel) return false;
  state.push('paragraph_open', 'p', 1);
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(startLine, endLine, state.blkIndent, false).trim();
  inline.map = [startLine, endLine];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = endLine;
  return true;
}

const closesText = /[\p{Pe}\p{Pf}:;,.!?%…：；，、。！？]/u;
const opensText = /[\p{Ps}\p{Pi}]/u;

/** Whether a sign between two letters or digits is one of theirs: `2*3*4`, `2**3`, `a*b`. Not where words are not apart: `第**3**章`, `서**울**은`. */
function isInWord(before: string, after: string, length: number): boolean {
  if (!isWord(before) || !isWord(after)) return false;
  if ([before, after].some((side) => isUnspaced(side) || /\p{sc=Hangul}/u.test(side))) return false;
  return length === 1 || /\p{N}/u.test(before + after);
}

/**
 * Reads stars and tildes as the people who write them mean them. `**Note:**text` and `说**“重点”**吧` are bold, though CommonMark sees a mark between
 * punctuation and a letter from one side only; `2*3*4` is a product, though CommonMark sees emphasis.
 */
function readSignsAsMeant(parser: Parser): void {
  parser.inline.State = class extends parser.inline.State {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<StateInline['scanDelims']> {
      const found = super.scanDelims(start, canSplitWord);
      if (!canSplitWord) return found;
      const before = getBefore(this.src, start);
      const after = getAt(this.src, start + found.length);
      if (isInWord(before, after, found.length)) return { ...found, can_open: false, can_close: false };
      return {
        ...found,
        can_open: found.can_open || (isWord(before) && opensText.test(after)),
        can_close: found.can_close || (closesText.test(before) && isWord(after)),
      };
    }
  };
}

function createParser(): Parser {
  const parser = new MarkdownIt({ html: true, linkify: true });
  readSignsAsMeant(parser);
  // Tags are read one by one, so that Markdown between them is read too.
  parser.disable(['html_block', 'strip_references']);
  parser.block.ruler.before('table', 'keep_deep_text', keepDeepText);
  // A link is shown as it was written, and nothing follows it here.
  parser.normalizeLink = (url) => url;
  parser.normalizeLinkText = (url) => url;
  parser.validateLink = () => true;
  return parser;
}

let parser: Parser | undefined;

/** Returns the tokens of a Markdown document: CommonMark, tables, strikethrough and bare links. Never throws; linear in the length of the text. */
export const parseMarkdown = (markdown: string): Token[] => (parser ??= createParser()).parse(markdown, {});
