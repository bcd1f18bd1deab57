/**
 * `npm run runtimes`: packs the built package, installs it beside each runtime from the npm registry in a folder of its own outside the
 * project, and runs `test/runtimes` on all of them. `npm run runtimes -- bun deno` takes some only. Prints a table; exits 1 where a check
 * failed or a runtime could not be had.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const project = fileURLToPath(new URL('..', import.meta.url));
const workerDate = '2026-04-01';

/** A runtime to try: where it comes from and how it runs the suite in a folder. */
interface Runtime {
  readonly name: string;
  /** A package of the npm registry. */
  readonly spec: string;
  readonly command: (home: string) => readonly string[];
  /** Makes what the command needs and `npm i` does not bring. */
  readonly prepare?: (home: string) => Promise<void>;
}

/** One line of the table at the end. */
interface Row {
  readonly runtime: string;
  readonly version: string;
  readonly passed: number;
  readonly failed: number;
  readonly 'not run': number;
  readonly seconds: number;
}

function call(command: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 300_000,
  });
  return { ok: status === 0, stdout, stderr: `${stderr}${error?.message ?? ''}` };
}

/** Bundles the suite as Workers tools do: their conditions, built-in modules left alone, dynamic imports apart. */
async function bundleWorker(home: string, flags: readonly string[]): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: home,
    entryPoints: ['suite/worker.ts'],
    outdir: 'worker',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2023',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*'],
    metafile: true,
    logLevel: 'error',
  });
  const names = Object.keys(metafile.outputs).map((path) => path.replace('worker/', ''));
  const modules = names
    .toSorted((one, other) => Number(other === 'worker.js') - Number(one === 'worker.js'))
    .map((name) => `(name = "${name}", esModule = embed "worker/${name}")`);
  const list = flags.map((flag) => `"${flag}"`).join(', ');
  writeFileSync(
    join(home, 'suite.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const suite :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [${modules.join(', ')}], compatibilityDate = "${workerDate}", compatibilityFlags = [${list}],
    )),
    (name = "internet", network = (allow = ["public", "local"])),
  ],
);
`,
  );
}

const node = (major: number): Runtime => ({
  name: `Node ${major}`,
  spec: `node@${major}`,
  command: () => ['node_modules/node/bin/node', 'suite/main.ts'],
});
const worker = (name: string, flags: readonly string[]): Runtime => ({
  name,
  spec: 'workerd',
  prepare: (home) => bundleWorker(home, flags),
  command: () => ['node_modules/.bin/workerd', 'test', 'suite.capnp', '--no-verbose'],
});

const runtimes: readonly Runtime[] = [
  node(22),
  node(24),
  node(26),
  { name: 'Bun', spec: 'bun', command: () => ['node_modules/.bin/bun', 'suite/main.ts'] },
  {
    name: 'Deno',
    spec: 'deno',
    command: () => ['node_modules/.bin/deno', 'run', '-A', '--quiet', 'suite/main.ts'],
  },
  worker('workerd', []),
  worker('workerd, nodejs_compat', ['nodejs_compat']),
];

const getCount = (output: string, what: string): number =>
  Number(new RegExp(`(\\d+) ${what}\\b`).exec(output)?.[1] ?? 0);

/** Installs a runtime and the package, runs the suite and prints what it says. */
async function tryOn(runtime: Runtime, tarball: string, folder: string): Promise<Row> {
  const { name, spec } = runtime;
  const home = join(folder, name.replace(/\W+/g, '-'));
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }\n');
  console.log(`\n${name}`);
  const install = call(
    'npm',
    ['install', '--no-audit', '--no-fund', '--loglevel=error', spec, tarball],
    home,
  );
  if (!install.ok) {
    console.log(`  The registry does not give ${spec}:\n${install.stderr}`);
    return { runtime: name, version: 'not to be had', passed: 0, failed: 0, 'not run': 0, seconds: 0 };
  }
  const installed = join(home, 'node_modules', spec.replace(/@.*/, ''), 'package.json');
  const { version } = JSON.parse(readFileSync(installed, 'utf8')) as { version: string };
  cpSync(join(project, 'test', 'runtimes'), join(home, 'suite'), { recursive: true });
  await runtime.prepare?.(home);
  const [command = '', ...args] = runtime.command(home);
  const start = performance.now();
  const { ok, stdout, stderr } = call(join(home, command), args, home);
  const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
  console.log(stdout.trimEnd());
  const [passed = 0, failed = 0, notRun = 0] = ['passed', 'failed', 'not run'].map((what) =>
    getCount(stdout, what),
  );
  if (!ok) console.log(stderr.trimEnd());
  return {
    runtime: name,
    version,
    passed,
    failed: ok ? failed : Math.max(failed, 1),
    'not run': notRun,
    seconds,
  };
}

const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const folder = mkdtempSync(join(tmpdir(), 'wabakit-runtimes-'));
try {
  const pack = call('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], project);
  if (!pack.ok) throw new Error(`npm pack failed: ${pack.stderr}`);
  const tarball = join(folder, pack.stdout.trim());
  const rows: Row[] = [];
  for (const runtime of runtimes) {
    const name = runtime.name.toLowerCase();
    if (wanted.length === 0 || wanted.some((part) => name.includes(part)))
      rows.push(await tryOn(runtime, tarball, folder));
  }
  console.log();
  console.table(rows);
  const failed = rows.filter((row) => row.failed > 0 || row.passed === 0);
  if (failed.length > 0) console.log(`Not good: ${failed.map(({ runtime }) => runtime).join('; ')}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
