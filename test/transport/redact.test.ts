import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { redact, safeCause } from '../../src/transport/redact.ts';

test('default: every secret is taken out, wherever it stands', () => {
  expect(redact('a token, a token and +55', ['token', '+55', ''])).toBe(
    'a [redacted], a [redacted] and [redacted]',
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
