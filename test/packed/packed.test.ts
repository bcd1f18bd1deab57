import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { entries } from '../helpers/entries.ts';
import { installPackage, makeProject, packPackage, removeProject } from '../helpers/packed-package.ts';

// What a user gets: the tarball, unpacked as npm would, in a project that has the optional peers and nothing else. `npm test` builds before it runs.
const project = makeProject();
const run = (args: readonly string[]): string =>
  execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' });

beforeAll(() => {
  installPackage(packPackage(project), project, Object.keys(manifest.peerDependencies));
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

test('behavior: nothing is installed with the package, and its files import nothing but Node, the optional peers and each other', () => {
  const home = join(project, 'node_modules', 'wabakit', 'dist');
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:c?js|d\.c?ts)$/.test(name),
  );
  const imported = files.flatMap((name) =>
    Array.from(
      readFileSync(join(home, name), 'utf8').matchAll(
        /(?:^|[;}])\s*(?:import|export)\b[^'"();=]*['"]([^'"]+)['"]|\b(?:require|import)\(\s*['"]([^'"]+)['"]\s*\)/g,
      ),
      ([, from, called]) => from ?? called ?? '',
    ),
  );
  // The samples in docstrings, and those that the page of the emulator offers to copy, import wabakit by name.
  const foreign = new Set(
    imported.filter((name) => !/^(?:\.|node:|#(?:core|node-engine)$|wabakit(?:\/|$))/.test(name)),
  );
  expect(imported.length).toBeGreaterThan(files.length);
  expect([...foreign].toSorted()).toEqual(Object.keys(manifest.peerDependencies));
  expect(manifest).not.toHaveProperty('dependencies');
});

test('behavior: CommonJS shows errors by the names of their classes', () => {
  const code = `
    const { inspect } = require('node:util');
    const exported = ['wabakit', 'wabakit/webhooks', 'wabakit/pricing'].flatMap((entry) => Object.entries(require(entry)));
    const classes = exported.filter(([, value]) => /^class\\b/.test(Function.prototype.toString.call(Object(value).prototype ? value : Object)));
    console.log(classes.map(([name, value]) => (name === value.name ? name : name + ' is ' + value.name)).join());
    try { require('wabakit').createClient({}); } catch (error) { console.log(inspect(error).split('\\n')[0]); }
  `;
  const [names, shown] = run(['-e', code]).trim().split('\n');
  expect(names?.split(',').toSorted()).toEqual([
    'ApiError',
    'OutcomeUnknownError',
    'PricingError',
    'ResponseShapeError',
    'TransportError',
    'UsageError',
    'WabakitError',
    'WebhookError',
  ]);
  expect(shown).toBe('UsageError: The client cannot be made from these options.');
});

test('behavior: the CommonJS build requires no ES module but msw, which Jest could not load', () => {
  // msw is an ES module alone, and the entry for it has no other purpose.
  const loadable = entries.filter((entry) => entry !== 'wabakit/emulator/msw');
  const code = `
    const loaded = ${JSON.stringify(loadable)};
    for (const entry of loaded) require(entry);
    console.log('loaded', loaded.length);
  `;
  expect(run(['--no-experimental-require-module', '-e', code]).trim()).toBe(`loaded ${loadable.length}`);
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
