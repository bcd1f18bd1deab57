import { describe, expect, test } from 'vitest';
import { whatsAppText } from '../../../src/bot/text/whats-app-text.ts';
import { validateMessage } from '../../../src/messages/index.ts';

const show = (markdown: string): string => whatsAppText(markdown).join('|');

test('default: every part is the body of a text message that Meta takes', () => {
  const parts = whatsAppText('# Title\n\nSome *words* and more.\n\n'.repeat(400));
  expect(parts.length).toBe(4);
  for (const body of parts) {
    const message = { messaging_product: 'whatsapp', to: '+5511987654321', type: 'text', text: { body } };
    expect(validateMessage(message)).toEqual([]);
  }
});

test('default: text without words gives no part', () => {
  expect(['', ' \n ', '---', '```\n```', '<br>', '[]()', '**', '\u00a0'].map(show)).toEqual([
    ...['', '', '', '', '', ''],
    '**',
    '',
  ]);
});

describe('behavior: marks', () => {
  test.each([
    ['between punctuation', '**a**, *b*; _c_. (**d**) "**e**"', '*a*, _b_; _c_. (*d*) "*e*"'],
    [
      'within a word: a pair is left out, a single sign stays',
      '**bold**er 서**울**은 **a** word*s*',
      'bolder 서울은 *a* word*s*',
    ],
    ['against a script without spaces', '说**“重点”**吧 **重点：**二', '说 *“重点”* 吧 *重点：* 二'],
    ['that share a word, one of them longer', '***a** b* and **c *d***', '_*a* b_ and *c _d_*'],
    [
      'do not hold code, links or addresses',
      '**a `b` c [d](u) https://e.example**',
      '*a* `b` *c d* (u) https://e.example',
    ],
    ['do not touch white space', 'a <b> b </b> c', 'a  *b*  c'],
    ['across a line break begin again', '~~a  \nb~~', '~a~\n~b~'],
    ['of a heading are not doubled', '# **A** *b* `c`', '*A _b_* `c`'],
  ])('%s', (_, markdown, text) => {
    expect(show(markdown)).toBe(text);
  });
});

describe('behavior: signs that are no marks', () => {
  test.each([
    [
      'stay as they are',
      '5~6, ~7, C*, a_b, _c, 2*3*4, 2**3**4, x*y*z, $x_1$',
      '5~6, ~7, C*, a_b, _c, 2*3*4, 2**\u20603**4, x*y*z, $x_1$',
    ],
    ['before a mark', 'a *b **c**', 'a *\u2060b *c*'],
    ['within the same mark', '**a\\*, b**', '*a\u2060*, b*'],
    ['that look like code', '\\`a\\` `b`', '`\u2060a`\u2060 `b`'],
    ['that look like a fence', '\\`\\`\\`\na\n\\`\\`\\`', '`\u2060`\u2060`\na\n`\u2060`\u2060`'],
    [
      'that look like a list or a quote',
      '\\- x\n\\> y\n1\\. z\n\n2024\\. w',
      '\u2060- x\n\u2060> y\n\u20601. z\n\n2024. w',
    ],
    ['in an address are not touched', 'https://a.example/_b_/c*d*', 'https://a.example/_b_/c*d*'],
  ])('%s', (_, markdown, text) => {
    expect(show(markdown)).toBe(text);
  });
});

describe('behavior: code', () => {
  test.each([
    [
      'keeps its lines and its indentation',
      '```py\nif a:\n    b = "*x*"\n\n    c\n```',
      '```if a:\n    b = "*x*"\n\n    c```',
    ],
    ['may be indented', '    a\n    b', '```a\nb```'],
    ['without an end', '```\na', '```a```'],
    ['in a line, with a backtick', '``a`b``', '```a`b```'],
    ['with fences in it', '````\n```\na\n```\n````', '```\u2060``\u2060`\na\n``\u2060`\u2060```'],
    [
      'in a quote or a list stands by itself',
      '> a\n>\n> ```\n> b\n> ```\n\n- c\n\n  ```\n  d\n  ```',
      '> a\n\n```b```\n\n- c\n\n```d```',
    ],
  ])('%s', (_, markdown, text) => {
    expect(show(markdown)).toBe(text);
  });
});

describe('behavior: links and images', () => {
  test.each([
    [
      'a bare address stays whole',
      'see https://a.example/b_(c), or www.a.example.',
      'see https://a.example/b_(c), or www.a.example.',
    ],
    ['a label that is the address', '[a.example](https://a.example/)', 'https://a.example/'],
    ['a link to a place on the page', '[top](#top)', 'top'],
    [
      'mail and phone',
      '[mail](mailto:a@b.example) <c@d.example> [call](tel:+123)',
      'mail (a@b.example) c@d.example call (+123)',
    ],
    [
      'by reference',
      '[a][1], [b]\n\n[1]: https://a.example "title"\n[b]: <https://b.example>',
      'a (https://a.example), b (https://b.example)',
    ],
    [
      'a definition that no link uses is text',
      'x\n\n[Note]: important\n[Note]: again',
      'x\n\n[Note]: important\n[Note]: again',
    ],
    [
      'an image in a link',
      '[![Build](https://b.example/i.svg)](https://ci.example)',
      'Build (https://ci.example)',
    ],
    [
      'without words',
      '![](https://a.example/i.png) [](https://b.example)',
      'https://a.example/i.png https://b.example',
    ],
    ['an address with spaces', '[a](<https://b.example/c d>)', 'a (https://b.example/c%20d)'],
    [
      'a footnote',
      'So it is.[^1]\n\n[^1]: Says *who*.\n[^2]: https://b.example',
      'So it is.[1]\n\n[1]: Says _who_.\n[2]: https://b.example',
    ],
  ])('%s', (_, markdown, text) => {
    expect(show(markdown)).toBe(text);
  });
});

describe('behavior: lists and quotes', () => {
  test.each([
    [
      'deeper levels are drawn by hand',
      '- a\n  1. b\n     - c\n       - d\n  2. e\n- f',
      '- a\n   1. b\n      ▪ c\n         ▪ d\n   2. e\n- f',
    ],
    ['numbers go on from the first', '7. a\n7. b\n7. c', '7. a\n8. b\n9. c'],
    ['blank lines stay', '- a\n\n  more\n\n- b', '- a\n\n   more\n\n- b'],
    ['an item that begins with a list', '- - a\n1. - b', '   ◦ a\n1.\n   ◦ b'],
    ['a number alone', 'It was in\n\n2024.', 'It was in\n\n2024.'],
    ['tasks', '* [ ] a\n* [X] **b**\n* [y] c', '- ☐ a\n- ☑ *b*\n- [y] c'],
    ['quotes have one level', '> a\n> > b\n\nc', '> a\n> b\n\nc'],
    ['a list in a quote', '> - a\n>   - b', '> - a\n>    ◦ b'],
  ])('%s', (_, markdown, text) => {
    expect(show(markdown)).toBe(text);
  });
});

describe('behavior: tables', () => {
  test.each([
    ['a header alone', '|A|B|\n|-|-|', '- A; B'],
    ['empty cells are left out', '|A|B|\n|-|-|\n| |1|\n|2| |\n| | |', '- B: 1\n- A: 2'],
    ['cells beyond the header are kept', '|A|\n|-|\n|1|2 \\| 3|4|', '- A: 1; 2 | 3; 4'],
    ['marks and code', '|**A**|B|\n|-|-|\n|*x*|`y`|', '- *A*: _x_; B: `y`'],
    [
      'a header that is too long for a label',
      `|${'h'.repeat(41)}|B|\n|-|-|\n|1|2|`,
      `- ${'h'.repeat(41)}; B\n- 1; 2`,
    ],
  ])('%s', (_, markdown, text) => {
    expect(show(markdown)).toBe(text);
  });
});

describe('behavior: HTML', () => {
  test.each([
    [
      'marks, code and links',
      '<b>a</b> <em>b</em> <del>c</del> <code>d*e*</code> <a href="https://f.example?g=1&amp;h=2">i</a>',
      '*a* _b_ ~c~ `d*e*` i (https://f.example?g=1&h=2)',
    ],
    [
      'blocks end lines',
      '<div>\n<p>a</p><p>**b**</p>\n</div>\n<ul><li>c</li><li>d</li></ul>',
      'a\n*b*\n\n• c\n• d',
    ],
    ['an image', '<img src=i.png alt="m">', 'm (i.png)'],
    [
      'what is no tag of text stays',
      'List<String> <your-name> <script>x</script>',
      'List<String> <your-name> <script>x</script>',
    ],
    ['a comment goes', 'a<!-- b -->c', 'ac'],
    ['tags that nothing closes, or that close nothing', '</b></a><b>a <a href="u">b', '*a b* (u)'],
  ])('%s', (_, markdown, text) => {
    expect(show(markdown)).toBe(text);
  });
});

test('behavior: headings, rules and line breaks keep the blank lines of the source, one at most', () => {
  expect(show('# A\nb\n\n\n\nC\n---\nd\n***\ne\\\nf&#10;g')).toBe('*A*\nb\n\n*C*\nd\n\ne\nf\ng');
});

test('behavior: an address that many references name cannot make a text of gigabytes', () => {
  const markdown = `[a]: https://b.example/${'x'.repeat(1000)}\n\n${'[a] '.repeat(5000)}`;
  const text = show(markdown);
  expect(text.length).toBeLessThan(200_000);
  expect(text.match(/a \(/g)?.length).toBe(98);
  expect(text.match(/\ba\b(?! \()/g)?.length).toBe(5000 - 98);
});

test.each([undefined, null, 1, {}])('error: %j is no Markdown', (value) => {
  const call = whatsAppText as (markdown: unknown) => unknown;
  expect(() => call(value)).toThrow('markdown should be a string');
});

test.each([0, 59, 100.5, NaN, Infinity])('error: the limit %s', (limit) => {
  expect(() => whatsAppText('a', { limit })).toThrow(
    `limit is ${limit}, and must be a whole number of 60 or more`,
  );
});
