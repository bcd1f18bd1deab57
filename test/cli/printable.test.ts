import { expect, test } from 'vitest';
import { printable, printableLines } from '../../src/cli/printable.ts';

const hostile = 'a\u001B[2J\u0007\r\n\t\u009B\u007F\u2028\u202Eb\u2069';

test('default: control characters and what reorders text are escaped as in JSON', () => {
  expect(printable(hostile)).toBe(String.raw`a\u001b[2J\u0007\r\n\t\u009b\u007f\u2028\u202eb\u2069`);
});

test('behavior: a whole output keeps its own line breaks and tabs', () => {
  expect(printableLines('a\n\tb\r\u001B')).toBe(`a\n\tb${String.raw`\r\u001b`}`);
});

test('behavior: text of any script, emoji of several parts and marks of direction stay', () => {
  const text = 'مرحبا \u200Fשלום\u200E नमस्ते 👩‍👩‍👧 é';
  expect(printable(text)).toBe(text);
});

test('behavior: JSON means the same after it was escaped', () => {
  expect(JSON.parse(printableLines(JSON.stringify({ hostile }, null, 2)))).toEqual({ hostile });
});
