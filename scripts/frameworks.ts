/**
 * `npm run frameworks`: packs the built package, installs it beside each framework from the npm registry in a folder of its own outside the
 * project, and runs `test/frameworks` there: a real app, over real HTTP. `npm run frameworks -- nest next` takes some only. Prints a table; exits 1
 * where a check failed or something could not be had. A Valkey server is taken from the PATH, or from `WABAKIT_VALKEY`.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { frameworks, type Command, type Framework } from '../test/frameworks/frameworks.ts';
import { appSecret, verifyToken, visit, type Check } from '../test/frameworks/visit.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const compiler = join(project, 'node_modules/typescript/bin/tsc');

/** One line of the table at the end. */
interface Row {
  readonly framework: string;
  readonly version: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const secrets = {
  WHATSAPP_APP_SECRET: appSecret,
  WHATSAPP_VERIFY_TOKEN: verifyToken,
  FLOW_PRIVATE_KEY: keys.privateKey,
};
const base = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: undefined };

const toProgram = ([program = '', ...args]: Command, home: string): [string, string[]] =>
  program === 'node' ? [process.execPath, args] : [join(home, program), args];

function call(command: Command, home: string, env: NodeJS.ProcessEnv = base) {
  const [program, args] = toProgram(command, home);
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: home,
    env,
    encoding: 'utf8',
    timeout: 300_000,
  });
  return { ok: status === 0, output: `${stdout}${stderr}${error?.message ?? ''}` };
}

function getFreePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

/** Starts a program in a process group of its own. */
function start(program: string, args: readonly string[], home: string, env: NodeJS.ProcessEnv) {
  const child = spawn(program, args, { cwd: home, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.on('error', (error) => (output += error.message));
  return { child, output: () => output };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await closed;
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    const isUp = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      () => true,
      () => false,
    );
    if (isUp) return true;
    await sleep(50);
  }
  return false;
}

async function serve(
  { paths = [''] }: Framework,
  getCommand: NonNullable<Framework['serve']>,
  home: string,
): Promise<readonly Check[]> {
  const port = await getFreePort();
  const [program, args] = toProgram(getCommand(port), home);
  const { child, output } = start(program, args, home, { ...base, ...secrets, PORT: String(port) });
  try {
    const url = `http://127.0.0.1:${port}`;
    if (!(await answers(`${url}${paths[0]}/webhooks`, child)))
      return [{ name: 'the server starts', passed: false, seen: output() }];
    const checks = await visit({ url, output, publicKey: keys.publicKey }, paths);
    return checks.every(({ passed }) => passed)
      ? checks
      : [...checks, { name: `printed:\n${output()}`, passed: false }];
  } finally {
    await end(child);
  }
}

/** Runs a command that says itself what passed, with a server where it needs one. */
async function run(command: Command, home: string, server: Framework['server']): Promise<readonly Check[]> {
  const port = await getFreePort();
  const program = (server === 'valkey-server' && process.env['WABAKIT_VALKEY']) || server;
  const args = ['--port', String(port), '--save', '', '--appendonly', 'no'];
  const started = program === undefined ? undefined : start(program, args, home, base);
  try {
    await sleep(started === undefined ? 0 : 500);
    const { ok, output } = call(command, home, { ...base, PORT: String(port) });
    const checks = [...output.matchAll(/^\s*(ok|not ok|✓|✕) (.*)$/gm)].map(([, mark = '', name = '']) => ({
      name,
      passed: mark === 'ok' || mark === '✓',
    }));
    return ok
      ? checks
      : [...checks, { name: command.join(' '), passed: false, seen: `${output}${started?.output() ?? ''}` }];
  } finally {
    if (started) await end(started.child);
  }
}

/** Compiles the app against the types of the framework and of the package. */
function compile(files: readonly string[], home: string): Check {
  const compilerOptions = {
    target: 'es2023',
    lib: ['esnext', 'dom', 'dom.iterable'],
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    allowImportingTsExtensions: true,
    types: ['*'],
  };
  writeFileSync(
    join(home, 'tsconfig.check.json'),
    JSON.stringify({ compilerOptions, files: files.map((file) => `apps/${file}`) }),
  );
  const { ok, output } = call(['node', compiler, '-p', 'tsconfig.check.json'], home);
  return { name: 'it compiles', passed: ok, ...(ok ? {} : { seen: output }) };
}

async function check(framework: Framework, home: string): Promise<readonly Check[]> {
  const checks: Check[] = [];
  await framework.prepare?.(home);
  if (framework.types && framework.files) checks.push(compile(framework.files, home));
  if (framework.build) {
    const { ok, output } = call(framework.build, home);
    checks.push({ name: 'it builds without secrets', passed: ok, ...(ok ? {} : { seen: output }) });
    if (!ok) return checks;
  }
  const served = framework.serve ? await serve(framework, framework.serve, home) : [];
  return [...checks, ...served, ...(framework.run ? await run(framework.run, home, framework.server) : [])];
}

/** Installs a framework and the package, runs its app and prints what was checked. */
async function tryOn(framework: Framework, tarball: string, folder: string): Promise<Row> {
  const { name, packages, types } = framework;
  const home = join(folder, name.replace(/\W+/g, '-'));
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }\n');
  console.log(`\n${name}`);
  const start = performance.now();
  const specs = [...packages, ...(types === undefined ? [] : [...types, '@types/node'])];
  const install = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--loglevel=error', ...specs, tarball],
    { cwd: home, encoding: 'utf8' },
  );
  if (install.status !== 0) {
    console.log(`  The registry does not give ${specs.join(', ')}:\n${install.stderr}`);
    return { framework: name, version: 'not to be had', passed: 0, failed: 1, seconds: 0 };
  }
  const installed = join(home, 'node_modules', (packages[0] ?? '').replace(/(.)@.*/, '$1'), 'package.json');
  const { version } = JSON.parse(readFileSync(installed, 'utf8')) as { version: string };
  cpSync(join(project, 'test/frameworks/apps'), join(home, 'apps'), { recursive: true });
  cpSync(join(project, 'examples/testing-runners'), join(home, 'apps/runners'), { recursive: true });
  const checks = await check(framework, home);
  for (const { name: what, passed, seen } of checks)
    console.log(`  ${passed ? 'ok  ' : 'FAIL'} ${what}${seen === undefined ? '' : `: ${seen}`}`);
  const passed = checks.filter((one) => one.passed).length;
  const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
  rmSync(home, { recursive: true, force: true });
  return { framework: name, version, passed, failed: checks.length - passed, seconds };
}

const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const folder = mkdtempSync(join(tmpdir(), 'wabakit-frameworks-'));
try {
  const pack = spawnSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: project,
    encoding: 'utf8',
  });
  if (pack.status !== 0) throw new Error(`npm pack failed: ${pack.stderr}`);
  const tarball = join(folder, pack.stdout.trim());
  const rows: Row[] = [];
  for (const framework of frameworks) {
    const name = framework.name.toLowerCase();
    if (wanted.length === 0 || wanted.some((part) => name.includes(part)))
      rows.push(await tryOn(framework, tarball, folder));
  }
  console.log();
  console.table(rows);
  const failed = rows.filter((row) => row.failed > 0 || row.passed === 0);
  if (failed.length > 0) console.log(`Not good: ${failed.map((row) => row.framework).join('; ')}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
