import { bold, italic, strike } from './runs.ts';

/** What a tag of HTML does to the text after it. */
export type HtmlTag =
  | { readonly does: 'mark'; readonly mark: number; readonly closes: boolean }
  | { readonly does: 'code'; readonly closes: boolean }
  | { readonly does: 'link'; readonly closes: boolean; readonly href: string }
  | { readonly does: 'image'; readonly alt: string; readonly src: string }
  | { readonly does: 'text'; readonly text: string }
  | { readonly does: 'item' }
  /** A line break: always, or where the line has text. */
  | { readonly does: 'break'; readonly always: boolean };

const marks = new Map([
  ...['b', 'strong'].map((name) => [name, bold] as const),
  ...['i', 'em'].map((name) => [name, italic] as const),
  ...['s', 'del', 'strike'].map((name) => [name, strike] as const),
]);
const breaks =
  /^(?:hr|p|div|ul|ol|li|table|thead|tbody|tr|blockquote|pre|details|summary|section|center|h[1-6])$/;
const silent = /^(?:u|ins|mark|small|big|sub|sup|span|font|th|td|abbr|cite|q|tt)$/;
const code = /^(?:code|kbd|samp)$/;

/** Returns the value of an attribute, or an empty string. */
function getAttribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return (value?.[1] ?? value?.[2] ?? value?.[3] ?? '').replaceAll('&amp;', '&');
}

/**
 * Reads a tag. One that is not of the few that people format text with stands for itself: `<your-name>` and `List<String>` are text that
 * only looks like a tag. A comment is no text.
 */
export function readHtmlTag(tag: string): HtmlTag {
  const [, slash = '', written = ''] = /^<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/i.exec(tag) ?? [];
  const name = written.toLowerCase();
  const closes = slash !== '';
  const mark = marks.get(name);
  if (mark !== undefined) return { does: 'mark', mark, closes };
  if (code.test(name)) return { does: 'code', closes };
  if (name === 'a') return { does: 'link', closes, href: getAttribute(tag, 'href') };
  if (name === 'img') return { does: 'image', alt: getAttribute(tag, 'alt'), src: getAttribute(tag, 'src') };
  if (name === 'br') return { does: 'break', always: true };
  if (name === 'li' && !closes) return { does: 'item' };
  if (breaks.test(name)) return { does: 'break', always: false };
  if (silent.test(name)) return { does: 'text', text: closes && /^t[dh]$/.test(name) ? ' ' : '' };
  return { does: 'text', text: tag.startsWith('<!--') ? '' : tag };
}
