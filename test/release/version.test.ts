import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { changesOf, makeVersion, sampleProgram } from '../../scripts/release-dry.ts';
import { root } from '../helpers/packed-package.ts';

// The version that the changesets lead to, made in a copy.
const folder = mkdtempSync(join(tmpdir(), 'wabakit-version-'));
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
let version = '';

beforeAll(() => {
  const paths = [
    'package.json',
    'package-lock.json',
    'CHANGELOG.md',
    '.changeset',
    'scripts/lock-version.ts',
  ];
  for (const path of paths.filter((file) => existsSync(join(root, file)))) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  version = makeVersion(folder);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('default: package.json and the lock file have the next version, and no changeset is left', () => {
  expect(version).toMatch(manifest.version === '0.0.0' ? /^1\.0\.0$/ : /^[1-9]\d*\.\d+\.\d+$/);
  const lock = JSON.parse(read('package-lock.json')) as {
    version: string;
    packages: { '': { version: string } };
  };
  expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
  expect(readdirSync(join(folder, '.changeset')).filter((file) => file.endsWith('.md'))).toEqual([]);
});

test('behavior: nothing else of the lock file changes', () => {
  const before = readFileSync(join(root, 'package-lock.json'), 'utf8').split('\n');
  const after = read('package-lock.json').split('\n');
  expect(after.length).toBe(before.length);
  const changed = after.filter((line, index) => line !== before[index]).map((line) => line.trim());
  expect(changed.filter((line) => line !== `"version": "${version}",`)).toEqual([]);
});

test('behavior: the change log has one heading for the version, and says what it brings', () => {
  const changelog = read('CHANGELOG.md');
  expect(changelog.split('\n').filter((line) => line === `## ${version}`)).toHaveLength(1);
  expect(changesOf(changelog, version).length).toBeGreaterThan(20);
});

test('args: changesOf returns the part of one version, and nothing for another', () => {
  const changelog = '# wabakit\n\n## 1.1.0\n\n### Minor Changes\n\n- new\n\n## 1.0.0\n\n- first\n';
  expect(changesOf(changelog, '1.1.0')).toBe('### Minor Changes\n\n- new');
  expect(changesOf(changelog, '1.0.0')).toBe('- first');
  expect(changesOf(changelog, '2.0.0')).toBe('');
});

test('behavior: the first sample of the README becomes a program with its imports on top', () => {
  const program = sampleProgram(readFileSync(join(root, 'README.md'), 'utf8'));
  expect(program.split('\n').slice(0, 4)).toEqual([
    "import { createClient } from 'wabakit';",
    "import { createWebhookHandler } from 'wabakit/webhooks';",
    "import { createEmulator } from 'wabakit/emulator';",
    "import { defineTemplate } from 'wabakit/templates';",
  ]);
  expect(program).toContain('await wa.messages.sendTemplate(');
});

test('error: a README without that sample', () => {
  expect(() => sampleProgram('# wabakit')).toThrow(
    'does not begin with the sample of examples/first-lines.ts',
  );
});
