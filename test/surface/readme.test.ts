import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillSamples } from '../../scripts/samples.ts';

test('behavior: every sample and every printed output in the README is the real one', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme.match(/<!-- (sample|output): /g)?.length).toBeGreaterThanOrEqual(4);
  expect(fillSamples(readme)).toBe(readme);
});
