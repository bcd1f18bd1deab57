import { expect, test } from 'vitest';
import { entries } from '../helpers/entries.ts';

// A name that appears or goes is a change that users see: it needs a changeset, a docstring, a test and a place in a guide.
test.each(entries)('behavior: %s exports exactly the names on record', async (entry) => {
  const names = Object.keys((await import(/* @vite-ignore */ entry)) as object);
  expect(names.toSorted()).toMatchSnapshot();
});
