/**
 * `npm run release:dry`: what a release would publish, without publishing. In a copy of the project it makes the next version and packs it; in a clean folder it
 * installs the tarball and runs the first lines of the README against the emulator, as an ES module, as CommonJS and compiled from TypeScript.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBuiltIn, type Bom } from './third-party.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program and returns what it printed. Throws with all of its output if it fails. */
function run(cwd: string, program: string, ...args: readonly string[]): string {
  try {
    const shell = process.platform === 'win32' && program !== process.execPath;
    return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

/** Copies what git knows of the project, uncommitted changes included, and links its packages. */
export function copyProject(folder: string): void {
  const files = run(root, 'git', 'ls-files', '--cached', '--others', '--exclude-standard', '-z');
  const deleted = new Set(run(root, 'git', 'ls-files', '--deleted', '-z').split('\0'));
  for (const file of files.split('\0')) {
    if (file === '' || deleted.has(file)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/** Makes the next version in a copy of the project, as a release does, and returns it. Without a changeset the version stays. */
export function makeVersion(folder: string): string {
  const hasChangesets = readdirSync(join(folder, '.changeset')).some((file) => file.endsWith('.md'));
  if (hasChangesets) run(folder, 'npm', 'run', '--silent', 'release:version');
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Returns the part of a change log about one version. */
export function changesOf(changelog: string, version: string): string {
  const [, rest = ''] = changelog.split(`\n## ${version}\n`);
  return rest.split(/\n## \d/)[0]?.trim() ?? '';
}

const before = `const emulator = await createEmulator({ templates: [hello] });
// The sample calls Meta. Here the emulator answers in Meta's place.
globalThis.fetch = emulator.fetch as typeof fetch;
const { accessToken, phoneNumberId, appSecret, verifyToken } = emulator;
`;
const after = `
await emulator.webhook.subscribe(handler);
const ana = emulator.phone('+5511987654321');
await ana.say('Where is my order?');
await handler.drain();
await emulator.waitForIdle();
for (const { from, text } of ana.chat) console.log(\`\${from}: \${text}\`);
await emulator.close();
`;
const expected = `business: Welcome and congratulations!
user: Where is my order?
business: Thank you! We are on it.
`;

/** Returns the first sample of the README as a program on the emulator, in TypeScript. */
export function sampleProgram(readme: string): string {
  const sample = /<!-- sample: examples\/first-lines\.ts#first -->\s+```ts\n([\s\S]*?)```/.exec(readme)?.[1];
  if (sample === undefined)
    throw new Error('The README does not begin with the sample of examples/first-lines.ts.');
  const imports = [...sample.matchAll(/^import .*\n/gm)].map(([line]) => line);
  const body = sample.replace(/^import .*\n/gm, '').trim();
  return `${imports.join('')}import { createEmulator } from 'wabakit/emulator';
import { defineTemplate } from 'wabakit/templates';

const body = { text: 'Welcome and congratulations!' };
const hello = defineTemplate({ name: 'hello_world', language: 'en_US', category: 'utility', body });
${before}
${body}
${after}`;
}

const plain = (program: string): string => program.replace(' as typeof fetch', '');
const commonJs = (program: string): string => {
  const lines = plain(program).replace(/^import (\{.*\}) from ('.*');/gm, 'const $1 = require($2);');
  return `(async () => {\n${lines}\n})();\n`;
};

/** Installs the tarball in a folder and runs the sample in its three forms. Returns what each printed. */
function tryPackage(folder: string, tarball: string): Readonly<Record<string, string>> {
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  run(folder, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', tarball);
  const program = sampleProgram(readFileSync(join(folder, 'node_modules/wabakit/README.md'), 'utf8'));
  writeFileSync(join(folder, 'esm.mjs'), plain(program));
  writeFileSync(join(folder, 'cjs.cjs'), commonJs(program));
  writeFileSync(join(folder, 'typed.ts'), program);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const flags = [
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--lib',
    'es2023,dom,dom.iterable',
  ];
  run(folder, process.execPath, tsc, ...flags, '--outDir', 'compiled', 'typed.ts');
  return Object.fromEntries(
    ['esm.mjs', 'cjs.cjs', 'compiled/typed.js'].map((file) => [file, run(folder, process.execPath, file)]),
  );
}

function report(copy: string, tarball: string, installed: string): string {
  const read = (file: string): string => readFileSync(join(copy, file), 'utf8');
  const manifest = JSON.parse(read('package.json')) as {
    name: string;
    version: string;
    exports: Record<string, unknown>;
    publishConfig: { access: string; provenance: boolean };
  };
  const { name, version, publishConfig } = manifest;
  const files = run(copy, 'tar', '-tzf', tarball).trim().split('\n');
  const unpacked = files.reduce(
    (sum, file) =>
      sum + statSync(join(installed, 'node_modules/wabakit', file.replace(/^package\//, ''))).size,
    0,
  );
  const builtIn = readBuiltIn(JSON.parse(read('bom.cdx.json')) as Bom);
  const packages = readdirSync(join(installed, 'node_modules')).filter((entry) => !entry.startsWith('.'));
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
  return `A release would publish ${name}@${version}
  access      ${publishConfig.access}, ${publishConfig.provenance ? 'with' : 'without'} provenance
  tarball     ${megabytes(statSync(tarball).size)}, ${files.length} files, ${megabytes(unpacked)} unpacked
  installs    ${packages.length === 1 ? 'this package alone' : `${packages.length} names in node_modules: ${packages.join(', ')}`}
  entries     ${Object.keys(manifest.exports).length}: ${Object.keys(manifest.exports).join(' ')}
  built in    ${builtIn.map((part) => `${part.name}@${part.version}`).join(', ')}

${changesOf(read('CHANGELOG.md'), version)}
`;
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'wabakit-release-'));
  const [copy, clean] = [join(folder, 'copy'), join(folder, 'clean')];
  try {
    mkdirSync(copy);
    mkdirSync(clean);
    copyProject(copy);
    console.log(`version ${makeVersion(copy)}; building and packing`);
    const tarball = join(folder, run(copy, 'npm', 'pack', '--silent', '--pack-destination', folder).trim());
    const printed = Object.entries(tryPackage(clean, tarball));
    for (const [file, text] of printed)
      console.log(`${text === expected ? 'ok  ' : 'FAIL'} ${file}${text === expected ? '' : `\n${text}`}`);
    console.log(`\n${report(copy, tarball, clean)}`);
    process.exitCode = printed.every(([, text]) => text === expected) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
