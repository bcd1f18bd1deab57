import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderPromises } from '../../scripts/promises.ts';

test('behavior: docs/promises.md names the test of every promise', async () => {
  // Out of date: node scripts/promises.ts
  expect(readFileSync('docs/promises.md', 'utf8')).toBe(await renderPromises());
});
