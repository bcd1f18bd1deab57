import { expect, test } from 'vitest';
import { escapeMarks } from '../../../src/bot/text/literal-marks.ts';
import { whatsAppText } from '../../../src/bot/text/whats-app-text.ts';

/** What a language model writes, and what a person should read. */
const pairs: readonly (readonly [markdown: string, whatsApp: string])[] = [
  ['**bold**', '*bold*'],
  ['__bold__', '*bold*'],
  ['*it* and _it_', '_it_ and _it_'],
  ['***both***', '*_both_*'],
  ['**bold *inner* bold**', '*bold _inner_ bold*'],
  ['*it **b** it*', '_it *b* it_'],
  ['~~gone~~', '~gone~'],
  ['use `a*b*c`', 'use `a*b*c`'],
  ['```js\nlet x = 1\n```', '```let x = 1```'],
  ['# Title', '*Title*'],
  ['## A **b** c', '*A b c*'],
  ['* one\n* two', '- one\n- two'],
  ['1) one\n2) two', '1. one\n2. two'],
  ['- a\n  - b', '- a\n   ◦ b'],
  ['- [ ] buy\n- [x] pay', '- ☐ buy\n- ☑ pay'],
  ['> a\n> b', '> a\n> b'],
  ['[our site](https://x.example/a_b)', 'our site (https://x.example/a_b)'],
  ['[https://x.example](https://x.example)', 'https://x.example'],
  ['<https://x.example/q?a=1&b=2>', 'https://x.example/q?a=1&b=2'],
  ['![map](https://x.example/m.png)', 'map (https://x.example/m.png)'],
  ['a\n\n---\n\nb', 'a\n\nb'],
  ['| Train | Status |\n| --- | --- |\n| 12301 | WL 4 |', '- Train: 12301; Status: WL 4'],
  ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
  ['\\*not bold\\*', '*\u2060not bold*'],
  ['**Note:**text', '*Note:* text'],
  ['**two\nlines**', '*two*\n*lines*'],
  ['一**重点**二', '一 *重点* 二'],
  ['a<br>b &amp; c', 'a\nb & c'],
  ['line one  \nline two', 'line one\nline two'],
];

test.each(pairs)('default: %j is shown as %j', (markdown, whatsApp) => {
  expect(whatsAppText(markdown)).toEqual([whatsApp]);
});

test('default: a star in a name from data stays as it is', () => {
  expect(escapeMarks('C*')).toBe('C*');
});
