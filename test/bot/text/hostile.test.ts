import { expect, test } from 'vitest';
import { whatsAppText } from '../../../src/bot/text/whats-app-text.ts';
import { report } from '../../attacks/promise.ts';

const size = 30_000;
const fill = (unit: string, length = size): string => unit.repeat(Math.floor(length / unit.length));

const texts: Readonly<Record<string, string>> = {
  'open brackets': fill('[', 1_000_000),
  stars: `a${fill('*', 1_000_000)}`,
  backticks: `a${fill('`', 1_000_000)}`,
  'stars that open and close': fill('*a_'),
  'marks that nothing closes': fill('*a **b ~~c '),
  'quotes in quotes': `${fill('> ')}a`,
  'lists in lists': `${fill('- ')}a`,
  'quotes in lists in quotes': `${fill('> - 1. ')}a`,
  'lists, each deeper': Array.from({ length: 250 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
  'brackets in brackets': fill('[').slice(size / 2) + fill(']').slice(size / 2),
  'links that nothing closes': fill('[a]('),
  'images in images': '!['.repeat(5_000) + '](b)'.repeat(5_000),
  'tags that nothing closes': fill('<a href=x>b'),
  cells: `|a|b|\n|-|-|\n${fill('|c|d|\n')}`,
  'a table of wide headers': `|${'h'.repeat(size / 2)}|b|\n|-|-|\n${'|c|d|\n'.repeat(2_500)}`,
  'references to a long address': `[a]: https://b.example/${'x'.repeat(size / 2)}\n\n${'[a] '.repeat(4_000)}`,
  'one letter with accents': `e${fill('\u0301')}`,
  'one word': fill('x'),
  'one line of code': `\`\`\`\n${fill('x')}`,
  lines: fill('a\n'),
  'escaped marks': fill('\\*a '),
};

test.each(Object.entries(texts))(
  'behavior: %s: they become parts within the limit, not more than seven times as long',
  (name, markdown) => {
    const start = performance.now();
    const parts = whatsAppText(markdown);
    report(
      `${name}, ${markdown.length} characters: ${Math.round(performance.now() - start)} ms, ${parts.length} parts`,
    );
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter((part) => part.length > 4096)).toEqual([]);
    expect(parts.join('').length).toBeLessThan(7 * markdown.length);
  },
  300_000,
);

test('behavior: what is nested deeper than anyone reads is kept as text', () => {
  const deep = (unit: string): string => whatsAppText(`${unit.repeat(200)}word`).join('');
  expect(deep('> ')).toMatch(/^> (?:> )*word$/);
  expect(deep('- ')).toMatch(/word$/);
  expect(deep('**a ')).toMatch(/word$/);
  expect(deep('[')).toBe(`${'['.repeat(200)}word`);
});
