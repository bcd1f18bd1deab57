import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entries } from '../helpers/entries.ts';

// What a user gets: the tarball, unpacked as npm would, in an empty project. `npm test` builds before it runs.
const root = fileURLToPath(new URL('../..', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'wabakit-packed-'));
const run = (args: readonly string[]): string =>
  execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' });

beforeAll(() => {
  const tarball = execFileSync(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', project],
    { cwd: root, encoding: 'utf8' },
  );
  const home = join(project, 'node_modules', 'wabakit');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, tarball.trim()), '-C', home, '--strip-components=1']);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
  }
}, 60_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

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

// msw itself is ESM alone: a CommonJS program can name its types only under `nodenext`, where TypeScript allows require() of ESM.
test.each([
  { file: 'esm.mts', module: 'node16', of: entries },
  { file: 'cjs.cts', module: 'node16', of: entries.filter((entry) => !entry.endsWith('/msw')) },
  { file: 'msw.cts', module: 'nodenext', of: entries },
])(
  'behavior: the declarations compile for $file under $module without skipLibCheck',
  ({ file, module, of }) => {
    const imports = of.map(
      (entry, index) => `import * as entry${index} from '${entry}';\nvoid entry${index};`,
    );
    writeFileSync(join(project, file), imports.join('\n'));
    writeFileSync(join(project, 'package.json'), '{"private":true}');
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = [
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--lib',
      'es2023,dom,dom.iterable',
      '--types',
      'node',
    ];
    const check = spawnSync(process.execPath, [tsc, ...options, '--module', module, file], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(check.stdout).toBe('');
    expect(check.status).toBe(0);
  },
  60_000,
);
