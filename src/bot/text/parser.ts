import MarkdownIt, {
  type MarkdownIt as Parser,
  type StateBlock,
  type StateInline,
  type Token,
} from 'markdown-it';

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

const closesText = /[\p{Pe}\p{Pf}:;,.!?%…：；，、。！？]$/u;
const opensText = /^[\p{Ps}\p{Pi}]/u;
const beginsWord = /^[\p{L}\p{N}]/u;
const endsWord = /[\p{L}\p{N}]$/u;

/**
 * Lets `**Note:**text` and `说**“重点”**吧` be bold, which models write and mean. CommonMark sees a mark between punctuation and a letter from one
 * side only.
 */
function allowPunctuation(parser: Parser): void {
  parser.inline.State = class extends parser.inline.State {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<StateInline['scanDelims']> {
      const found = super.scanDelims(start, canSplitWord);
      if (!canSplitWord) return found;
      const before = this.src.slice(Math.max(0, start - 2), start);
      const after = this.src.slice(start + found.length, start + found.length + 2);
      return {
        ...found,
        can_open: found.can_open || (endsWord.test(before) && opensText.test(after)),
        can_close: found.can_close || (closesText.test(before) && beginsWord.test(after)),
      };
    }
  };
}

function createParser(): Parser {
  const parser = new MarkdownIt({ html: true, linkify: true });
  allowPunctuation(parser);
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
