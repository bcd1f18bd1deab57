import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact, safeCause } from '../../src/transport/redact.ts';

test('default', () => {
  expect(redact('a token, a token and +55', ['token', '+55', ''])).toBe(
    'a [redacted], a [redacted] and [redacted]',
  );
});

const word = 'abcdefgh'; // 8 letters

test.each([
  ['a secret of 8 characters, inside a word', `x${word}y`, [word], 'x[redacted]y'],
  ['a secret of 7 characters, inside a word', 'xabcdefgy', ['abcdefg'], 'xabcdefgy'],
  ['a secret of 7 characters, alone', '(abcdefg)', ['abcdefg'], '([redacted])'],
  [
    'a secret of 3 letters, alone and inside words',
    'abc: fabc, abcs, abc.',
    ['abc'],
    '[redacted]: fabc, abcs, [redacted].',
  ],
  [
    'a secret of 3 letters next to letters of other scripts',
    'éabc abcж abc',
    ['abc'],
    'éabc abcж [redacted]',
  ],
  [
    'a PIN in a sentence and in a longer number',
    'PIN 123456, trace 91234567',
    ['123456'],
    'PIN [redacted], trace 91234567',
  ],
  [
    'a secret that is part of the mark',
    'red token-0123456789',
    ['red', 'token-0123456789'],
    '[redacted] [redacted]',
  ],
  ['a secret inside a longer one', 'token-0123456789', ['token', 'token-0123456789'], '[redacted]'],
  [
    'a secret inside a longer one, in the other order',
    'token-0123456789',
    ['token-0123456789', 'token'],
    '[redacted]',
  ],
  [
    'signs with a meaning in patterns',
    'a.c (x|y)+[z]$ abc',
    ['(x|y)+[z]$', 'a.c'],
    '[redacted] [redacted] abc',
  ],
  [
    'an app token in a URL',
    '?access_token=123456%7Cabc-DEF&x=1',
    ['123456|abc-DEF'],
    '?access_token=[redacted]&x=1',
  ],
  ['a lone surrogate', 'say \ud800', ['\ud800'], 'say [redacted]'],
  ['no secret', 'as it was', [], 'as it was'],
])('behavior: %s', (_what, text, secrets, clean) => {
  expect(redact(text, secrets)).toBe(clean);
});

test('behavior: a token as Meta makes it leaves no piece, wherever it stands', () => {
  const token = fc.string({ unit: fc.constantFrom(...'ABCxyz0189|-_.'), minLength: 32, maxLength: 250 });
  const around = fc.string({ maxLength: 20 });
  fc.assert(
    fc.property(token, around, around, (secret, before, after) => {
      expect(redact(`${before}${secret}${after}`, ['', secret])).not.toContain(secret);
      expect(redact(`${before}${encodeURIComponent(secret)}`, [secret])).not.toContain(
        encodeURIComponent(secret),
      );
    }),
  );
});

test('behavior: a cause keeps name, message and code of the whole chain, and nothing else', () => {
  const inner = Object.assign(new Error('connect to token failed'), {
    code: 'ECONNREFUSED',
    headers: { token: 1 },
  });
  const outer = Object.assign(new TypeError('fetch failed', { cause: inner }), {
    request: { authorization: 'token' },
  });
  const copy = safeCause(outer, ['token']);
  expect(copy).toMatchObject({
    name: 'TypeError',
    message: 'fetch failed',
    cause: { name: 'Error', message: 'connect to [redacted] failed', code: 'ECONNREFUSED' },
  });
  expect(inspect(copy, { depth: 10, showHidden: true })).not.toContain('token');
});

test('behavior: what is no error is dropped', () => {
  expect(safeCause('token', ['token'])).toBeUndefined();
  expect(safeCause(undefined, [])).toBeUndefined();
});

test('behavior: causes that form a ring, or a long row, are copied eight deep', () => {
  const ring = new Error('token');
  ring.cause = new Error('token', { cause: ring });
  let copy = safeCause(ring, ['token']);
  let depth = 0;
  for (; copy !== undefined; copy = copy.cause instanceof Error ? copy.cause : undefined) {
    expect(copy.message).toBe('[redacted]');
    depth += 1;
  }
  expect(depth).toBe(8);
});
