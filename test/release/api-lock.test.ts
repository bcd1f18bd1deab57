import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import {
  apiEntries,
  betaEntries,
  missingChangeset,
  readReport,
  stableExports,
} from '../../scripts/api-lock.ts';

const names = apiEntries.map(([name]) => name);

test('default: there is one report for each entry, and no other', () => {
  const cwd = fileURLToPath(new URL('../../api', import.meta.url));
  expect(globSync('*', { cwd }).toSorted()).toEqual(names.map((name) => `${name}.api.md`).toSorted());
  expect(names.length).toBe(Object.keys(manifest.exports).length - 1);
});

test('behavior: a report holds signatures and members, and the types that they name without being exports', () => {
  expect(readReport('links')).toContain('export function waMeLink(input: WaMeLinkParams): string;');
  expect(readReport('links')).toContain('    readonly label?: string | undefined;');
  expect(readReport('transport')).toContain('\nconst brand: unique symbol;');
});

test.each(names.filter((name) => betaEntries.includes(name)))(
  'behavior: every export of %s is @beta',
  (name) => {
    expect(stableExports(readReport(name))).toEqual([]);
  },
);

/** What stable entries have for a room in beta. */
const forBeta: Readonly<Record<string, readonly string[]>> = {
  sqlite: ['createSqliteDialogueStore'],
  redis: ['createRedisDialogueStore'],
};

test.each(names.filter((name) => !betaEntries.includes(name)))(
  'behavior: %s has exports, and none is @beta but the store of a room in beta',
  (name) => {
    const report = readReport(name);
    expect(stableExports(report).length).toBeGreaterThan(0);
    const beta = Array.from(report.matchAll(/^\/\/ @beta.*\nexport \w+ (\w+)/gm), ([, found]) => found);
    expect(beta).toEqual(forBeta[name] ?? []);
  },
);

test('args: stableExports reads every form of an export', () => {
  const report = [
    '// @public\nexport function one(): void;',
    '// @beta (undocumented)\nexport const two: number;',
    '// @beta\nexport interface Three {\n}',
    '// @public (undocumented)\nexport abstract class Four {\n}',
    '// @public\nexport type Five = string;',
    '// @public\ninterface Hidden {\n}',
  ].join('\n\n');
  expect(stableExports(report)).toEqual(['one', 'Four', 'Five']);
});

test('behavior: a change of the types with a changeset passes, and so does a branch without one', () => {
  expect(missingChangeset(['api/links.api.md', '.changeset/new-link.md', 'src/links/x.ts'])).toBeUndefined();
  expect(missingChangeset(['src/links/x.ts', 'docs/api.md', ''])).toBeUndefined();
});

test('error: a change of the types without a changeset names the entries, and says what to do', () => {
  expect(missingChangeset(['api/links.api.md', '.changeset/config.json', 'api/wabakit.api.md'])).toBe(
    `The public types differ from those of the main branch, and no changeset says so: api/links.api.md, api/wabakit.api.md.
Run \`npx changeset\`: patch where no program can notice, minor for what is new, major where a program may no longer compile (docs/versions.md).`,
  );
});
