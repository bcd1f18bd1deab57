import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitText } from '../../src/messages/split-text.ts';

test('default: a text that fits stays one part, an empty one becomes none', () => {
  expect(splitText('x'.repeat(4096))).toEqual(['x'.repeat(4096)]);
  expect(splitText('')).toEqual([]);
  expect(splitText(' \n ')).toEqual([]);
});

test('behavior: it cuts after paragraphs, else lines, else sentences, else words', () => {
  expect(splitText('One two.\n\nThree four.', 14)).toEqual(['One two.', 'Three four.']);
  expect(splitText('One two\nthree four', 12)).toEqual(['One two', 'three four']);
  expect(splitText('One. Two. Three.', 10)).toEqual(['One. Two.', 'Three.']);
  expect(splitText('one two three', 8)).toEqual(['one two', 'three']);
  expect(splitText('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
});

test('behavior: an emoji of many code points is not torn', () => {
  const family = '👨‍👩‍👧‍👦';
  expect(splitText(family.repeat(3), 16)).toEqual([family.repeat(2), family]);
});

test('behavior: every part fits, none is empty, and only white space is lost', () => {
  const texts = fc.array(fc.constantFrom('a', 'é', '😀', '👍🏽', ' ', '\n', '. ', 'word', '\n\n'), {
    maxLength: 200,
  });
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 50 }), (pieces, limit) => {
      const text = pieces.join('');
      const parts = splitText(text, limit);
      for (const part of parts) {
        expect([...part].length).toBeLessThanOrEqual(limit);
        expect(part).not.toBe('');
      }
      expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
