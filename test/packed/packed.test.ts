import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entries } from '../helpers/entries.ts';
import { installPackage, makeProject, packPackage, removeProject, root } from '../helpers/packed-package.ts';

// What a user gets: the tarball, unpacked as npm would, in an empty project. `npm test` builds before it runs.
const project = makeProject();
const run = (args: readonly string[]): string =>
  execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' });

beforeAll(() => {
  const packages = readdirSync(join(root, 'node_modules')).filter((name) => !name.startsWith('.'));
  installPackage(packPackage(project), project, packages);
}, 60_000);

afterAll(() => removeProject(project));

test.each(entries)('behavior: %s gives the same names to ESM and to CommonJS', (entry) => {
  const esm = run([
    '--input-type=module',
    '-e',
    `console.log(Object.keys(await import('${entry}')).sort().join())`,
  ]);
  const cjs = run(['-e', `console.log(Object.keys(require('${entry}')).sort().join())`]);
  expect(esm.trim().length).toBeGreaterThan(0);
  expect(cjs).toBe(esm);
});

test('behavior: an error from the CommonJS copy is recognised by the ESM guard', () => {
  const code = `
    import { createRequire } from 'node:module';
    import { isUsageError } from 'wabakit';
    const { createClient } = createRequire(import.meta.url)('wabakit');
    try { createClient({}); } catch (error) { console.log(isUsageError(error), error.name); }
  `;
  expect(run(['--input-type=module', '-e', code]).trim()).toBe('true UsageError');
});
