import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarks } from '../../../src/bot/text/literal-marks.ts';
import { whatsAppText } from '../../../src/bot/text/whats-app-text.ts';

const wordsOf = (text: string): string[] => text.match(/w\d+/g) ?? [];

/** A word that occurs once: no other one begins with it. */
const word = fc.nat(9_999).map((number) => `w${number + 10_000}`);
const phrase = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));

const { inline } = fc.letrec<{ inline: string; node: string }>((tie) => ({
  inline: fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((nodes) => nodes.join(' ')),
  node: fc.oneof(
    { depthSize: 'small' },
    phrase,
    phrase.map((text) => `\`${text}\``),
    // Not around each other: four tildes at the start of a line begin a block of code.
    phrase.map((text) => `~~${text}~~`),
    phrase.map((text) => `\\*${text}\\* 😀👨‍👩‍👧‍👦`),
    fc.tuple(phrase, word).map(([text, path]) => `[${text}](https://a.example/${path})`),
    word.map((path) => `https://a.example/${path}`),
    tie('inline').map((text) => `**${text}**`),
    tie('inline').map((text) => `*${text}*`),
    tie('inline').map((text) => `<b>${text}</b>`),
  ),
}));

const indent = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);
const { blocks } = fc.letrec<{ blocks: string; block: string }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 5 }).map((all) => all.join('\n\n')),
  block: fc.oneof(
    { depthSize: 'small' },
    inline,
    fc.tuple(fc.integer({ min: 1, max: 6 }), inline).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
    fc.array(phrase, { minLength: 1, maxLength: 30 }).map((lines) => `\`\`\`js\n${lines.join('\n')}\n\`\`\``),
    fc
      .tuple(word, word, fc.array(fc.tuple(inline, inline), { maxLength: 4 }))
      .map(([a, b, rows]) =>
        [`| ${a} | ${b} |`, '| - | - |', ...rows.map(([left, right]) => `| ${left} | ${right} |`)].join('\n'),
      ),
    tie('blocks').map((text) => text.replace(/^/gm, '> ')),
    tie('blocks').map((text) => `- ${indent(text, '  ').trimStart()}`),
    tie('blocks').map((text) => `1. ${indent(text, '   ').trimStart()}`),
  ),
}));

const limits = fc.integer({ min: 60, max: 400 });
/** Fences and spans that are open at the end. */
const openCode = (part: string): boolean => (part.split('```').length - 1) % 2 === 1;

test('behavior: every word of a document is in its parts, in order, and every part is within the limit', () => {
  fc.assert(
    fc.property(blocks, limits, (markdown, limit) => {
      const parts = whatsAppText(markdown, { limit });
      expect(parts.filter((part) => part.length > limit)).toEqual([]);
      const shown = wordsOf(parts.join('\n'));
      // The labels of a table are in each of its rows.
      const labels = new Set(
        [...markdown.matchAll(/^.*\|\n.*\| - \| - \|$/gm)].flatMap(([head]) => wordsOf(head)),
      );
      const rest = (words: string[]): string[] => words.filter((each) => !labels.has(each));
      expect(rest(shown)).toEqual(rest(wordsOf(markdown)));
      expect([...labels].filter((label) => !shown.includes(label))).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('behavior: no address and no word is torn, and no fence is open at the end of a part', () => {
  fc.assert(
    fc.property(blocks, limits, (markdown, limit) => {
      const parts = whatsAppText(markdown, { limit });
      expect(parts.filter(openCode)).toEqual([]);
      const addresses = (text: string): string[] => text.match(/https:\/\/a\.example\/w\d+/g) ?? [];
      expect(parts.flatMap(addresses)).toEqual(addresses(markdown));
    }),
    { numRuns: 100 },
  );
}, 60_000);

const units = [
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```',
  '[',
  ']',
  '](',
  '(',
  ')',
  '<',
  '>',
  '!',
  '|',
  '-',
  '- ',
  '> ',
  '1. ',
  '\n',
  '\n\n',
  '    ',
  '\\',
  '&',
  '&amp;',
  'a',
  '字',
  'e\u0301',
  '😀',
  '👨‍👩‍👧‍👦',
  '\u200d',
  '\ud800',
  '\udc00',
  '\0',
  '\r',
  '\u00a0',
  '\u2060',
  'https://a.example',
  '[^1]:',
  '[a]: b',
  '<b>',
  '</b>',
  '<a href=x>',
  '#',
  '=',
  '\t',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...units), { maxLength: 300 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 }).map((all) => String.fromCharCode(...all)),
);

test('behavior: it throws on no text, every part is within the limit and has words, and no pair of units is torn', () => {
  fc.assert(
    fc.property(anyText, limits, (markdown, limit) => {
      const parts = whatsAppText(markdown, { limit });
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(limit);
        expect(part.trim()).not.toBe('');
      }
      if (markdown.isWellFormed()) expect(parts.filter((part) => !part.isWellFormed())).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
}, 60_000);

test('behavior: letters and digits of any text are kept where it has no tags, entities, links or fences', () => {
  const plain = fc
    .array(fc.constantFrom(...units.filter((unit) => !/[<&`~[\]()#]|https|\d/.test(unit)), 'b7', 'c'), {
      maxLength: 200,
    })
    .map((all) => all.join(''));
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
  fc.assert(
    fc.property(plain, limits, (markdown, limit) => {
      expect(letters(whatsAppText(markdown, { limit }).join(''))).toBe(letters(markdown));
    }),
    { numRuns: 1_000 },
  );
});

test('behavior: escaping adds word joiners and nothing else, and changes no text without signs', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const joined = text.replaceAll('\u2060', '');
      expect(escapeMarks(joined).replaceAll('\u2060', '')).toBe(joined);
    }),
    { numRuns: 500 },
  );
  expect(escapeMarks('plain text, 2 - 1')).toBe('plain text, 2 - 1');
  expect(escapeMarks('*b* _i_ `c`\n> q')).toBe('*\u2060b* _\u2060i_ `\u2060c`\n\u2060> q');
});
