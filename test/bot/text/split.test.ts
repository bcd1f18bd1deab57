import { describe, expect, test } from 'vitest';
import { whatsAppText } from '../../../src/bot/text/whats-app-text.ts';

const split = (markdown: string, limit = 60): string[] => whatsAppText(markdown, { limit });
const words = (count: number, word = 'word'): string => Array<string>(count).fill(word).join(' ');

describe('behavior: a part ends', () => {
  test('after a paragraph, if it is in the last 40 %', () => {
    expect(split(`${words(9)}\n\n${words(3)} ${words(3)}`)).toEqual([words(9), words(6)]);
  });

  test('else after a line, a sentence, a word', () => {
    expect(split(`${words(9)}\n${words(6)}`)).toEqual([words(9), words(6)]);
    expect(split(`${words(8)}. ${words(6)}`)).toEqual([`${words(8)}.`, words(6)]);
    expect(split(words(14))).toEqual([words(12), words(2)]);
    expect(split(`a\n\n${words(14)}`)).toEqual([`a\n\n${words(11)}`, words(3)]);
  });

  test('after a sentence of a script without spaces', () => {
    const sentence = `${'字'.repeat(19)}。`;
    expect(split(sentence.repeat(4))).toEqual([sentence.repeat(3), sentence]);
    expect(split('字'.repeat(70))).toEqual(['字'.repeat(60), '字'.repeat(10)]);
  });

  test('not at white space that glues', () => {
    expect(split(`${words(11)} 10\u00a0000\u00a0€`)).toEqual([words(11), '10\u00a0000\u00a0€']);
  });

  test('not where the next part would begin with a bullet or a quote that is none', () => {
    expect(split(`${words(11)} abcd - x y`)).toEqual([words(11), 'abcd - x y']);
    expect(split(`${words(11)} abcd > x y`)).toEqual([words(11), 'abcd > x y']);
    expect(split(`${words(11)} abcd 1. x y`)).toEqual([words(11), 'abcd 1. x y']);
  });
});

describe('behavior: characters as a reader sees them are whole', () => {
  test.each([
    ['an emoji of many code points', '👨‍👩‍👧‍👦', 5],
    ['a flag', '🇧🇷', 15],
    ['a skin tone', '👍🏽', 15],
    ['an accent', 'e\u0301', 30],
    ['a Hindi syllable', 'क्षि', 15],
    ['two units', '😀', 30],
  ])('%s', (_, character, fitting) => {
    expect(split(character.repeat(fitting + 1))).toEqual([character.repeat(fitting), character]);
    const inMarks = split(`**${character.repeat(fitting + 1)}**`);
    expect(inMarks.map((part) => part.replaceAll('*', '')).join('')).toBe(character.repeat(fitting + 1));
    expect(inMarks.every((part) => part.replaceAll('*', '').length % character.length === 0)).toBe(true);
  });

  test('a space that carries an accent is no place to cut', () => {
    expect(split(`${words(11)} abc \u0301x yz`)).toEqual([words(11), 'abc \u0301x yz']);
  });

  test('one that is longer than a part is cut between code points', () => {
    expect(split(`e${'\u0301'.repeat(100)}`).map((part) => part.length)).toEqual([60, 41]);
    const smile = split(`x${'\u{1F600}\u200d'.repeat(40)}`);
    expect(smile.every((part) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(part))).toBe(true);
  });
});

describe('behavior: links are whole', () => {
  const url = `https://a.example/${'x'.repeat(20)}`;

  test('a bare address, and a label with its address', () => {
    expect(split(`${words(6)} ${url}`)).toEqual([words(6), url]);
    expect(split(`${words(4)} [two words](${url})`)).toEqual([words(4), `two words (${url})`]);
    expect(split(`${words(4)} **[two *words*](${url})**`)).toEqual([words(4), `*two _words_* (${url})`]);
  });

  test('one that is longer than a part is cut, at a space if it has one, and nothing is lost', () => {
    expect(split(`**[${words(14)}](u)**`)).toEqual([`*${words(11)}*`, `*${words(3)}* (u)`]);
    const long = `https://a.example/${'x'.repeat(100)}`;
    expect(split(long).join('')).toBe(long);
    expect(split(`[label](${long})`).join('')).toBe(`label(${long})`);
  });
});

describe('behavior: code', () => {
  const fence = '```';

  test('is whole if it fits in a part', () => {
    const code = `${words(9)}\nx = 1`;
    expect(split(`${words(2)}\n\n${fence}\n${code}\n${fence}\n${words(3)}`)).toEqual([
      words(2),
      `${fence}${code}${fence}`,
      words(3),
    ]);
    expect(split(`${words(11)} \`a b c\``)).toEqual([words(11), '`a b c`']);
  });

  test('is cut between lines if it does not fit, with its fences closed and opened again', () => {
    const line = `  y = ${'1'.repeat(20)}`;
    const code = Array<string>(5).fill(line).join('\n');
    expect(split(`a\n\n${fence}\n${code}\n${fence}\n\nb`)).toEqual([
      `a\n\n${fence}${line}${fence}`,
      `${fence}${line}\n${line}${fence}`,
      `${fence}${line}\n${line}${fence}`,
      'b',
    ]);
  });

  test('of one long line is cut within it', () => {
    expect(split(`${fence}\n${'z'.repeat(100)}\n${fence}`)).toEqual([
      `${fence}${'z'.repeat(54)}${fence}`,
      `${fence}${'z'.repeat(46)}${fence}`,
    ]);
    expect(split(`${fence}\n${words(14)}\n${fence}`)).toEqual([
      `${fence}${words(10)} ${fence}`,
      `${fence}${words(4)}${fence}`,
    ]);
  });
});

describe('behavior: marks and quotes go on in the next part', () => {
  test('marks are closed and opened again', () => {
    expect(split(`**${words(14)}**`)).toEqual([`*${words(11)}*`, `*${words(3)}*`]);
    expect(split(`***${words(14)}***`)).toEqual([`*_${words(11)}_*`, `*_${words(3)}_*`]);
    expect(split(`~~a *${words(14)}* b~~`)).toEqual([`~a _${words(11)}_~`, `~_${words(3)}_ b~`]);
  });

  test('a mark that begins with the space at a cut is not closed before it is opened', () => {
    const first = `_${'aaaa '.repeat(10)}*bbbb*_`;
    const cccc = 'cccc '.repeat(9).trim();
    expect(split(`*${'aaaa '.repeat(10)}**bbbb*** **${cccc}**`)).toEqual([first, `*${cccc}*`]);
  });

  test('a quote begins again, an item of a list is indented', () => {
    expect(split(`> ${words(14)}`)).toEqual([`> ${words(11)}`, `> ${words(3)}`]);
    expect(split(`- ${words(14)}`)).toEqual([`- ${words(11)}`, `   ${words(3)}`]);
    expect(split(`> 1. **${words(14)}**`)).toEqual([`> 1. *${words(10)}*`, `>    *${words(4)}*`]);
  });
});

test('args: the limit of a caption, and of a text by default', () => {
  expect(whatsAppText(words(900)).map((part) => part.length)).toEqual([4094, 404]);
  expect(whatsAppText(words(900), { limit: 1024 }).map((part) => part.length)).toEqual([
    1024, 1024, 1024, 1024, 399,
  ]);
});
