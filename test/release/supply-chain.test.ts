import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { judgeAudit, judgeScripts, lintLockFile } from '../../scripts/supply-chain.ts';

const folder = mkdtempSync(join(tmpdir(), 'wabakit-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const packages = [
  { name: 'ky', version: '2.1.0', licence: 'MIT', texts: ['…'] },
  { name: 'zod', version: '4.6.7', licence: 'MIT', texts: ['…'] },
];
const lock = {
  packages: {
    'node_modules/ky': { version: '2.1.0' },
    'node_modules/old/node_modules/ky': { version: '1.0.0' },
    'node_modules/eslint': { version: '10.0.0' },
  },
};
const advisory = { title: 'Leaks a header', url: 'https://github.com/advisories/GHSA-x' };
const audit = (vulnerabilities: object): string => JSON.stringify({ auditReportVersion: 2, vulnerabilities });

test('default: without an advisory the audit has passed', () => {
  expect(judgeAudit(audit({}), packages, lock)).toEqual({
    state: 'passed',
    text: 'no advisory against 2 packages that are built in',
  });
});

test('behavior: an advisory against what is built in fails, and says that a patch release is due', () => {
  const ky = { via: ['undici', advisory], nodes: ['node_modules/ky'] };
  expect(judgeAudit(audit({ ky }), packages, lock)).toEqual({
    state: 'failed',
    text: 'a patch release is due: ky@2.1.0: Leaks a header (https://github.com/advisories/GHSA-x)',
  });
});

test('behavior: tools, and other versions of what is built in, do not count', () => {
  const ky = { via: [advisory], nodes: ['node_modules/old/node_modules/ky'] };
  const eslint = { via: [advisory], nodes: ['node_modules/eslint'] };
  expect(judgeAudit(audit({ ky, eslint }), packages, lock).state).toBe('passed');
});

test.each([
  [
    'refuses',
    JSON.stringify({
      message: '405 Method Not Allowed - POST https://mirror.example/-/npm/v1/security/advisories/bulk',
    }),
    '405 Method Not Allowed',
  ],
  [
    'cannot be reached',
    JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'getaddrinfo ENOTFOUND' } }),
    'getaddrinfo ENOTFOUND',
  ],
  ['answers with a page', '<html>', 'the registry gave no report'],
  ['answers with something else', '{"vulnerabilities":{}}', 'the registry gave no report'],
  ['does not answer', '', 'the registry gave no report'],
])('error: where a registry %s, the audit is not run, and never passed', (_, output, text) => {
  expect(judgeAudit(output, packages, lock)).toEqual({ state: 'not run', text });
});

test('behavior: the package runs no script when it is installed', () => {
  expect(judgeScripts(manifest.scripts).state).toBe('passed');
  expect(judgeScripts({ test: 'x', postinstall: 'x', prepare: 'x' })).toEqual({
    state: 'failed',
    text: 'postinstall, prepare',
  });
});

test('behavior: the lock file of the project is good', () => {
  expect(lintLockFile('package-lock.json')).toEqual({
    state: 'passed',
    text: 'each package has a sha512, and no foreign source',
  });
});

test.each([
  ['a source without TLS', 'http://packages.example/ky/-/ky-2.1.0.tgz', 'sha512-AAAA'],
  ['a foreign source', 'https://packages.example/ky/-/ky-2.1.0.tgz', 'sha512-AAAA'],
  ['a source in git', 'git+ssh://git@github.com/x/ky.git#abc', 'sha512-AAAA'],
  ['a weak hash', undefined, 'sha1-AAAA'],
])('error: a lock file with %s', (_, resolved, integrity) => {
  const path = join(folder, 'package-lock.json');
  const entry = { version: '2.1.0', resolved, integrity };
  writeFileSync(
    path,
    JSON.stringify({ name: 'x', lockfileVersion: 3, packages: { '': {}, 'node_modules/ky': entry } }),
  );
  const { state, text } = lintLockFile(path);
  expect(state).toBe('failed');
  expect(text).toContain('ky');
});
