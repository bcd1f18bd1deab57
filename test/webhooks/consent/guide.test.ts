import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { consentWords } from '../../../src/webhooks/consent/consent-words.ts';

const guide = readFileSync(new URL('../../../docs/guides/receiving.md', import.meta.url), 'utf8');
const names = new Intl.DisplayNames('en', { type: 'language' });

/** Returns the first words of a list, as the guide shows them. */
const some = (list = ''): string => list.split(', ').slice(0, 3).join(', ');

test('behavior: the guide shows each language with its first words and its source', () => {
  const rows = guide
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 8);
  const expected = consentWords.map(({ language, source, stop, maybeStop, resume, undoStop }) => [
    '',
    `${names.of(language)} (${language})`,
    ...[stop, maybeStop, resume, undoStop].map(some),
    source === 'vendors' ? 'vendors' : 'language',
    '',
  ]);
  expect(rows.slice(2)).toEqual(expected);
});
