import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fit, list, messageLimits, validateMessage } from 'wabakit/messages';

test('default: a longer text is cut and ends with an ellipsis, a shorter one stays', () => {
  expect(fit('Wireless headphones, noise cancelling', 24)).toBe('Wireless headphones, no…');
  expect(fit('Wireless headphones', 24)).toBe('Wireless headphones');
  expect(fit('x'.repeat(24), 24)).toBe('x'.repeat(24));
  expect(fit('x'.repeat(25), 24)).toBe(`${'x'.repeat(23)}…`);
});

test('behavior: blanks before the ellipsis go, and an emoji is kept whole or dropped', () => {
  expect(fit('one two three', 5)).toBe('one…');
  const family = '👨‍👩‍👧‍👦';
  expect(fit(family.repeat(2), 8)).toBe(`${family}…`);
  expect(fit(family, 3)).toBe('…');
  expect(fit('ab', 1)).toBe('…');
});

test('behavior: what comes out has at most the limit, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, limit) => {
      const cut = fit(text, limit);
      expect([...cut].length).toBeLessThanOrEqual(limit);
      expect(cut === text || text.startsWith(cut.slice(0, -1))).toBe(true);
    }),
  );
});

test.each([0, -1, 1.5, NaN, Infinity])('error: the limit %s', (limit) => {
  expect(() => fit('text', limit)).toThrow(`limit is ${limit}, and must be a whole number of 1 or more`);
});

test('behavior: the limits are those that a message is checked against', () => {
  const row = (title: string) => ({
    to: '+5511987654321',
    ...list({ body: 'Choose', button: 'Open', sections: [{ rows: [{ id: '1', title }] }] }),
  });
  const { rowTitle } = messageLimits.list;
  const long = 'x'.repeat(rowTitle + 1);
  expect(validateMessage({ messaging_product: 'whatsapp', ...row(fit(long, rowTitle)) })).toEqual([]);
  expect(validateMessage({ messaging_product: 'whatsapp', ...row(long) })).toMatchObject([{ limit: 24 }]);
});
