import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryWords, getNames } from '../../../src/emulator/page/format/entry-words.ts';
import { amount } from '../../../src/emulator/page/format/amount.ts';
import { countdown } from '../../../src/emulator/page/format/countdown.ts';
import { getHue, initials } from '../../../src/emulator/page/format/initials.ts';
import { pretty } from '../../../src/emulator/page/format/json.ts';
import {
  plainText,
  readMarkdown,
  readText,
  type Block,
  type Piece,
} from '../../../src/emulator/page/format/markdown.ts';
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
        { kind: 'link', text: 'https://a.example/b?c=d' },
        { kind: 'text', text: ', ok' },
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

const words = (text: string): readonly Piece[] => [{ kind: 'text', text }];

describe('readText', () => {
  test.each<[string, readonly Block[]]>([
    ['one\n\ntwo', [{ kind: 'lines', pieces: words('one\n\ntwo') }]],
    ['> quoted\n> twice', [{ kind: 'quote', pieces: words('quoted\ntwice') }]],
    [
      'Buy:\n- milk\n* _eggs_\nThanks',
      [
        { kind: 'lines', pieces: words('Buy:') },
        {
          kind: 'bullets',
          items: [
            { number: undefined, pieces: words('milk') },
            { number: undefined, pieces: [{ kind: 'italic', pieces: words('eggs') }] },
          ],
        },
        { kind: 'lines', pieces: words('Thanks') },
      ],
    ],
    [
      '3. third\n4. fourth',
      [
        {
          kind: 'numbers',
          items: [
            { number: 3, pieces: words('third') },
            { number: 4, pieces: words('fourth') },
          ],
        },
      ],
    ],
    ['```\n- no list\n> no quote\n```', [{ kind: 'code', text: '- no list\n> no quote' }]],
    [
      'see ```a\nb``` there',
      [
        {
          kind: 'lines',
          pieces: [...words('see '), { kind: 'code', text: 'a\nb' }, ...words(' there')],
        },
      ],
    ],
    ['```one line```', [{ kind: 'lines', pieces: [{ kind: 'code', text: 'one line' }] }]],
  ])('default: %j', (source, blocks) => {
    expect(readText(source)).toEqual(blocks);
  });

  test.each([
    '>no blank',
    '-5 degrees',
    '*bold*',
    '2.5 litres',
    '1234. too long',
    '> ',
    '- ',
    '1. ',
    '',
    '\n',
  ])('behavior: %j is neither a quote nor a list', (source) => {
    expect(readText(source).map(({ kind }) => kind)).toEqual(['lines']);
  });

  test('behavior: no word is lost, whatever the marks are', () => {
    const source = fc.stringMatching(/^[*_~`>\-.1 ab\n]{0,60}$/);
    const letters = (text: string): string => text.replace(/[^ab]/g, '');
    fc.assert(
      fc.property(source, (text) => {
        expect(letters(plainText(text))).toBe(letters(text));
      }),
    );
  });

  test('default: the words alone, for one line', () => {
    expect(plainText('*Hi*\n> you _said_\n- a\n2. b\n```\nx\n```')).toBe('Hi\nyou said\n• a\n2. b\nx');
  });
});

describe('entryWords', () => {
  const names = new Map([['5511987654321', 'Ana Souza']]);

  test('default: whom, which way, what', () => {
    expect(journal.map((one) => entryWords(one, names))).toEqual([
      'from Ana Souza, +55 11 98765-4321',
      'text to Ana Souza, +55 11 98765-4321',
      'template order_update to Ana Souza, +55 11 98765-4321',
      undefined,
      'to +1 555-013-1026',
    ]);
  });

  test('behavior: a user id finds its name, a webhook about a person is about them', () => {
    const [hook] = journal;
    if (hook === undefined) throw new Error('the scene has a webhook');
    const users = [{ ...scene().users[0]!, bsuid: 'BR.1', name: 'Ana' }];
    const about = { ...hook, about: 'BR.1', direction: undefined, template: undefined };
    expect(entryWords(about, getNames(users))).toBe('about Ana, BR.1');
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

  test('behavior: a real shell gets back every word it is given', { tags: ['posix'] }, () => {
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
    ['order_update', [3]],
    ['98765-4321', [1, 2, 3]],
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
    ['5511987654321', '+55 11 98765-4321'],
    ['+5511987654321', '+55 11 98765-4321'],
    ['553187654321', '+55 31 8765-4321'],
    ['14155550123', '+1 415-555-0123'],
    ['919876543210', '+91 98765 43210'],
    ['4915112345678', '+49 1511 2345678'],
    ['491701234567', '+49 170 1234567'],
    ['5215512345678', '+52 1 55 1234 5678'],
    ['525512345678', '+52 55 1234 5678'],
    ['5491123456789', '+54 9 11 2345-6789'],
    ['6281234567890', '+62 812-3456-7890'],
    ['628123456789', '+62 812-3456-789'],
    ['447400123456', '+44 7400 123456'],
    ['33612345678', '+33 6 12 34 56 78'],
    ['34612345678', '+34 612 34 56 78'],
    ['393123456789', '+39 312 345 6789'],
    ['31612345678', '+31 6 12345678'],
    ['573211234567', '+57 321 1234567'],
    ['56987654321', '+56 9 8765 4321'],
    ['51912345678', '+51 912 345 678'],
    ['6581234567', '+65 8123 4567'],
    ['971501234567', '+971 50 123 4567'],
    ['966512345678', '+966 51 234 5678'],
    ['972502345678', '+972 50-234-5678'],
    ['905012345678', '+90 501 234 56 78'],
    ['27711234567', '+27 71 123 4567'],
    ['2348021234567', '+234 802 123 4567'],
    ['923012345678', '+92 301 2345678'],
    ['201001234567', '+20 10 01234567'],
    ['79123456789', '+7 912 345-67-89'],
    // Countries and kinds of number that the table does not have: no guess.
    ['8613123456789', '+8613123456789'],
    ['493012345678', '+493012345678'],
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
