import { expect, test } from 'vitest';
import { whatsAppText } from '../../../src/bot/text/whats-app-text.ts';
import { report } from '../../attacks/promise.ts';

const size = 1_000_000;
const fill = (unit: string): string => unit.repeat(Math.floor(size / unit.length));

/** A megabyte each, and how many letters of it people should see. */
const texts: Readonly<Record<string, string>> = {
  'open brackets': fill('['),
  stars: `a${fill('*')}`,
  backticks: `a${fill('`')}`,
  'stars that open and close': fill('*a_'),
  'marks that nothing closes': fill('*a **b ~~c '),
  'quotes in quotes': `${fill('> ')}a`,
  'lists in lists': `${fill('- ')}a`,
  'quotes in lists in quotes': `${fill('> - 1. ')}a`,
  'lists, each deeper': Array.from({ length: 1_400 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
  'brackets in brackets': fill('[').slice(size / 2) + fill(']').slice(size / 2),
  'links that nothing closes': fill('[a]('),
  'images in images': '!['.repeat(150_000) + '](b)'.repeat(150_000),
  'tags that nothing closes': fill('<a href=x>b'),
  cells: `|a|b|\n|-|-|\n${fill('|c|d|\n')}`,
  'a table of wide headers': `|${'h'.repeat(size / 2)}|b|\n|-|-|\n${'|c|d|\n'.repeat(80_000)}`,
  'references to a long address': `[a]: https://b.example/${'x'.repeat(size / 2)}\n\n${'[a] '.repeat(120_000)}`,
  'one letter with accents': `e${fill('\u0301')}`,
  'one word': fill('x'),
  'one line of code': `\`\`\`\n${fill('x')}`,
  lines: fill('a\n'),
  'escaped marks': fill('\\*a '),
};

test.each(Object.entries(texts))(
  'behavior: a megabyte of %s becomes parts within the limit, not more than seven times as long',
  (name, markdown) => {
    const start = performance.now();
    const parts = whatsAppText(markdown);
    report(`${name}: ${Math.round(performance.now() - start)} ms, ${parts.length} parts`);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter((part) => part.length > 4096)).toEqual([]);
    expect(parts.join('').length).toBeLessThan(7 * markdown.length);
  },
  60_000,
);

test('behavior: what is nested deeper than anyone reads is kept as text', () => {
  const deep = (unit: string): string => whatsAppText(`${unit.repeat(200)}word`).join('');
  expect(deep('> ')).toMatch(/^> (?:> )*word$/);
  expect(deep('- ')).toMatch(/word$/);
  expect(deep('**a ')).toMatch(/word$/);
  expect(deep('[')).toBe(`${'['.repeat(200)}word`);
});
