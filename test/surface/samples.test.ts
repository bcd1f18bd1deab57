import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fillSamples, samplePages } from '../../scripts/samples.ts';

const read = (page: string): string => readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');

/** The language of every fenced block that no script writes, such as `sh` or `json`. */
function handWritten(page: string): string[] {
  const marked = read(page).replace(/<!-- (sample|output): \S+ -->\n\n```[\s\S]*?\n```/g, '');
  return [...marked.matchAll(/^```(\w*)\n[\s\S]*?^```/gm)].map(([, language = '']) => language);
}

describe('the README and the guides', () => {
  test.each(samplePages())(
    'behavior: every sample and every printed output in %s is the real one',
    (page) => {
      const text = read(page);
      expect(fillSamples(text)).toBe(text);
    },
  );

  test.each(samplePages())(
    'behavior: no code in %s is written by hand, except shell and plain text',
    (page) => {
      expect(handWritten(page).filter((language) => !['sh', 'text'].includes(language))).toEqual([]);
    },
  );

  test.each(samplePages())('behavior: %s holds no tag that only TypeDoc can read', (page) => {
    expect(read(page).match(/\{@\w+/g)).toBeNull();
  });

  test('default: the README shows at least three samples, and every guide but the checklist one', () => {
    const counts = samplePages().map(
      (page) => [page, read(page).match(/<!-- sample: /g)?.length ?? 0] as const,
    );
    expect(counts.find(([page]) => page === 'README.md')?.[1]).toBeGreaterThanOrEqual(3);
    const without = counts.filter(([page, count]) => count === 0 && !page.startsWith('examples/'));
    expect(without.map(([page]) => page)).toEqual(['docs/guides/production-checklist.md']);
  });
});
