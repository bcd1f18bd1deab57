import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { entries } from '../helpers/entries.ts';
import { installPackage, makeProject, packPackage, removeProject, root } from '../helpers/packed-package.ts';

// The programs in ./consumers as TypeScript projects of users: the tarball in their node_modules, and the compiler that they have.
const compilers = { '5.9': 'typescript-5.9', '6.0': 'typescript', '7.0': 'typescript-7.0' } as const;
type Version = keyof typeof compilers;

interface SetUp {
  readonly name: string;
  readonly versions?: readonly Version[];
  readonly format?: 'module' | 'commonjs';
  readonly module: Readonly<Record<string, string>>;
  /** The types that the project has. Default: both. */
  readonly types?: readonly ('dom' | 'node')[];
  readonly programs: readonly string[];
  /** Default: `strict`, and the checks that go beyond it. */
  readonly checks?: Readonly<Record<string, boolean>>;
}

// `declaration` finds inferred types that a library of users could not name.
const strictest = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  skipLibCheck: false,
  declaration: true,
};
const portable = ['client', 'bundle', 'pure', 'receiving', 'testing', 'exports'];
const onNode = [...portable, 'node-server'];
const all = [...onNode, 'msw'];

// The types of msw need the DOM's and an export map, and msw is ESM: CommonJS can name them only under `nodenext`. They double the time.
const setUps: readonly SetUp[] = [
  { name: 'node16, ESM', module: { module: 'node16' }, programs: all },
  { name: 'node16, CommonJS', format: 'commonjs', module: { module: 'node16' }, programs: onNode },
  { name: 'nodenext', format: 'commonjs', module: { module: 'nodenext' }, programs: all },
  { name: 'bundler', module: { module: 'esnext', moduleResolution: 'bundler' }, programs: onNode },
  {
    name: 'bundler, with strict and skipLibCheck alone',
    module: { module: 'esnext', moduleResolution: 'bundler' },
    programs: all,
    checks: { strict: true, skipLibCheck: true },
  },
  {
    name: 'node10',
    versions: ['5.9', '6.0'],
    format: 'commonjs',
    module: { module: 'commonjs', moduleResolution: 'node10' },
    programs: onNode,
  },
  { name: 'without the types of the DOM', module: { module: 'node16' }, types: ['node'], programs: onNode },
  { name: 'without @types/node', module: { module: 'node16' }, types: ['dom'], programs: portable },
  { name: 'without both', module: { module: 'node16' }, types: [], programs: ['pure'] },
];

const project = makeProject();
const folderOf = ({ types = ['dom', 'node'], format = 'module' }: Omit<SetUp, 'name' | 'programs'>): string =>
  join(project, types.includes('node') ? 'with-node' : 'without-node', format);

beforeAll(() => {
  const tarball = packPackage(project);
  installPackage(tarball, join(project, 'with-node'), ['@types/node', 'undici-types', 'msw']);
  installPackage(tarball, join(project, 'without-node'), []);
  for (const types of [['dom', 'node'], ['dom']] as const) {
    for (const format of ['module', 'commonjs'] as const) {
      const folder = folderOf({ types, format, module: {} });
      mkdirSync(folder);
      cpSync(join(root, 'test/packed/consumers'), folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: format }));
    }
  }
}, 300_000);

afterAll(() => removeProject(project));

/** Runs one compiler over the programs of a set-up and returns what it printed. */
function compile(setUp: SetUp, version: Version): Promise<string> {
  const { types = ['dom', 'node'], programs, checks = strictest, module } = setUp;
  const compilerOptions = {
    ...checks,
    ...module,
    // TypeScript 6 has node10 for the last time, and wants that acknowledged.
    ...(module['moduleResolution'] === 'node10' && version === '6.0' && { ignoreDeprecations: '6.0' }),
    noEmit: true,
    target: 'es2022',
    lib: ['es2023', ...(types.includes('dom') ? ['dom', 'dom.iterable'] : [])],
    types: types.filter((name) => name === 'node'),
  };
  const config = join(folderOf(setUp), `tsconfig.${version}.json`);
  writeFileSync(
    config,
    JSON.stringify({ compilerOptions, files: programs.map((program) => `${program}.ts`) }),
  );
  const tsc = join(root, 'node_modules', compilers[version], 'bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '--project', config, '--pretty', 'false'], (error, stdout, stderr) =>
      resolve(error === null && stdout + stderr === '' ? 'compiles' : `${stdout}${stderr}`),
    );
  });
}

test('default', () => {
  const installed = Object.entries(compilers).map(([version, name]) => {
    const text = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
    return (JSON.parse(text) as { version: string }).version.startsWith(`${version}.`);
  });
  expect(installed).toEqual([true, true, true]);
});

test('behavior: the programs import every entry', () => {
  const folder = join(root, 'test/packed/consumers');
  const code = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  expect(entries.filter((entry) => !code.join('').includes(`from '${entry}'`))).toEqual([]);
});

test('behavior: node10 finds the declarations of the same entries as exports', () => {
  const fromExports = Object.entries(manifest.exports).flatMap(([path, target]) =>
    typeof target === 'string' || path === '.' ? [] : [[path.slice(2), [target.import.types]] as const],
  );
  expect(manifest.typesVersions).toEqual({ '*': Object.fromEntries(fromExports) });
});

test.each(setUps)(
  'behavior: $name',
  async (setUp) => {
    const { versions = ['5.9', '6.0', '7.0'] } = setUp;
    const printed = await Promise.all(versions.map((version) => compile(setUp, version)));
    expect(printed).toEqual(versions.map(() => 'compiles'));
  },
  300_000,
);

test('error: a misspelt parameter of a template is named', async () => {
  const code = `import { wa, orderUpdate } from './client.js';
export const sent = wa.messages.sendTemplate({ to: '+5511987654321', template: orderUpdate, parameters: { body: { nmae: 'Bo' } } });`;
  const checks = { strict: true, skipLibCheck: true };
  const setUp = { name: 'misspelt', module: { module: 'nodenext' }, programs: ['misspelt'], checks };
  writeFileSync(join(folderOf(setUp), 'misspelt.ts'), code);
  const versions = ['5.9', '6.0', '7.0'] as const;
  const printed = await Promise.all(versions.map((version) => compile(setUp, version)));
  expect(printed.map((text) => text.includes("'nmae' does not exist in type"))).toEqual([true, true, true]);
  expect(printed.map((text) => text.match(/error TS/g)?.length)).toEqual([1, 1, 1]);
}, 300_000);
