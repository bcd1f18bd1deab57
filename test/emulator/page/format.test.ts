import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amount } from '../../../src/emulator/page/format/amount.ts';
import { countdown } from '../../../src/emulator/page/format/countdown.ts';
import { getHue, initials } from '../../../src/emulator/page/format/initials.ts';
import { pretty } from '../../../src/emulator/page/format/json.ts';
import { readMarkdown, type Piece } from '../../../src/emulator/page/format/markdown.ts';
import { phoneNumber } from '../../../src/emulator/page/format/phone-number.ts';
import { searchJournal } from '../../../src/emulator/page/format/search.ts';
import { shellQuote, toCurl } from '../../../src/emulator/page/format/to-curl.ts';
import { toTest } from '../../../src/emulator/page/format/to-test.ts';
import type { JournalEntryView } from '../../../src/emulator/page/protocol/protocol.ts';
import { scene } from './scene.ts';

const { business, journal, templates } = scene();
const setting = { business, templates };
const entry = (number: number): JournalEntryView => {
  const found = journal.find((one) => one.number === number);
  if (found === undefined) throw new Error(`the scene has no entry ${number}`);
  return found;
};

const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : plain(piece.pieces))).join('');

describe('readMarkdown', () => {
  test.each([
    ['*bold*', [{ kind: 'bold', pieces: [{ kind: 'text', text: 'bold' }] }]],
    [
      '_it_ ~no~',
      [
        { kind: 'italic', pieces: [{ kind: 'text', text: 'it' }] },
        { kind: 'text', text: ' ' },
        { kind: 'strike', pieces: [{ kind: 'text', text: 'no' }] },
      ],
    ],
    ['*_both_*', [{ kind: 'bold', pieces: [{ kind: 'italic', pieces: [{ kind: 'text', text: 'both' }] }] }]],
    ['```*as is*```', [{ kind: 'code', text: '*as is*' }]],
    ['`x`', [{ kind: 'code', text: 'x' }]],
    [
      'see https://a.example/b?c=d, ok',
      [
        { kind: 'text', text: 'see ' },
        { kind: 'link', text: 'https://a.example/b?c=d,' },
        { kind: 'text', text: ' ok' },
      ],
    ],
  ])('default: %s', (source, pieces) => {
    expect(readMarkdown(source)).toEqual(pieces);
  });

  test.each([
    '2*3*4',
    'snake_case_name',
    '* not bold *',
    '*open',
    '* *',
    'javascript:alert(1)',
    'عشرة*ثلاثة*أ',
  ])('behavior: %s stays as it is', (source) => {
    expect(readMarkdown(source)).toEqual([{ kind: 'text', text: source }]);
  });

  test('behavior: nothing of the words is lost, whatever they are', () => {
    const marks = fc.stringMatching(/^[*_~` ab\n]{0,40}$/);
    fc.assert(
      fc.property(marks, (source) => {
        expect(plain(readMarkdown(source)).replace(/[*_~`]/g, '')).toBe(source.replace(/[*_~`]/g, ''));
      }),
    );
  });
});

describe('shellQuote and toCurl', () => {
  test('default: a call with its token and body', () => {
    expect(toCurl(entry(4), business)).toBe(
      [
        `curl -X POST 'http://127.0.0.1:4004/v26.0/106540352242922/messages'`,
        `-H 'Authorization: Bearer EAAemulator0000000000'`,
        `-H 'Content-Type: application/json'`,
        `--data-binary '{"messaging_product":"whatsapp"}'`,
      ].join(' \\\n  '),
    );
  });

  test('default: a webhook with its signature', () => {
    expect(toCurl(entry(5), business)).toContain(`-H 'X-Hub-Signature-256: sha256=00'`);
  });

  test('behavior: a real shell gets back every word it is given', () => {
    const words = fc.array(
      fc.string({ unit: 'binary' }).filter((word) => !word.includes('\0')),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(words, (list) => {
        const script = list.map((word) => `printf '%s\\0' ${shellQuote(word)}`).join('\n');
        const { stdout } = spawnSync('sh', ['-s'], { input: script, encoding: 'utf8' });
        expect(stdout.split('\0').slice(0, -1)).toEqual(list.map((word) => Buffer.from(word).toString()));
      }),
      { numRuns: 10 },
    );
  });
});

describe('toTest', () => {
  test('default: a call becomes a test that makes it again', () => {
    const code = toTest(entry(4), setting);
    expect(code).toContain('test("behavior: POST /v26.0/106540352242922/messages answers 400"');
    expect(code).toContain('expect((await call).status).toBe(400);');
  });

  test('default: a webhook becomes a test of the handler, signed again', () => {
    const code = toTest(entry(1), setting);
    expect(code).toContain('accepts a webhook: text from 5511987654321');
    expect(code).toContain(`'x-hub-signature-256': await signPayload(appSecret, body)`);
  });

  test('behavior: no text of a message gets out of its place in the code', () => {
    const call = entry(2);
    if (call.kind !== 'request') throw new Error('j2 is a call');
    const code = toTest({ ...call, body: { text: '`${process.exit(1)}`\u2028"); */' } }, setting);
    expect(code).toContain(String.raw`"text": "` + '`${process.exit(1)}`\u2028\\"); */"');
  });
});

describe('searchJournal', () => {
  test.each([
    ['', [1, 2, 3, 4, 5]],
    ['131047', [4]],
    ['POST roasted', [2]],
    ['refused', [1]],
    ['wamid.0002', [2, 3]],
    ['nothing like it', []],
  ])('default: %j', (words, ids) => {
    expect(searchJournal(journal, words).map(({ number }) => number)).toEqual(ids);
  });
});

describe('small words', () => {
  test.each([
    [-1, 'closed'],
    [0, 'closed'],
    [59_999, '0 min 59 s'],
    [3_599_000, '59 min 59 s'],
    [3_600_000, '1 h 00 min'],
    [255_900_000, '71 h 05 min'],
  ])('default: countdown of %i ms is %s', (left, words) => {
    expect(countdown(left)).toBe(words);
  });

  test.each([
    [68, 'USD 0.0068'],
    [0, 'USD 0.0000'],
    [-12_345, 'USD -1.2345'],
    [10_000_000, 'USD 1000.0000'],
  ])('default: %i ten-thousandths are %s', (scaledAmount, words) => {
    expect(amount({ currency: 'USD', scaledAmount: scaledAmount, scale: 4 })).toBe(words);
  });

  test.each([
    ['5511987654321', '+55 119 8765 4321'],
    ['14155550123', '+14 1 5555 0123'],
    ['US.13491208655302741918', 'US.13491208655302741918'],
  ])('default: %s is shown as %s', (waId, shown) => {
    expect(phoneNumber(waId)).toBe(shown);
  });

  test.each([
    ['Ana Souza', 'AS'],
    ['Ana', 'A'],
    ['דנה כהן', 'דכ'],
    ['', '#'],
    ['<script>', '#'],
  ])('default: the picture of %j says %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });

  test('behavior: a phone keeps its colour', () => {
    expect(getHue('5511987654321')).toBe(getHue('5511987654321'));
    expect(getHue('5511987654321')).toBeLessThan(8);
  });

  test.each([
    ['{"a":1}', '{\n  "a": 1\n}'],
    [{ a: 1 }, '{\n  "a": 1\n}'],
    ['no json', 'no json'],
    [undefined, ''],
  ])('default: %j is laid out for reading', (value, shown) => {
    expect(pretty(value)).toBe(shown);
  });
});
