/**
 * `npm run supply-chain`: checks where the package's code comes from. The lock file (lockfile-lint), the licences of what is built in, install scripts, and
 * npm's advisories against what is built in. Where a registry does not answer, the audit is `not run`, never passed; `--require-audit` fails then.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { readBuiltIn, type Bom, type BuiltIn } from './third-party.ts';

/** What a check found. */
export interface Verdict {
  readonly state: 'passed' | 'failed' | 'not run';
  readonly text: string;
}

interface AuditReport {
  readonly auditReportVersion?: number;
  readonly message?: string;
  readonly error?: { readonly summary?: string };
  readonly vulnerabilities?: Readonly<
    Record<
      string,
      {
        readonly via: readonly (string | { readonly title: string; readonly url: string })[];
        readonly nodes: readonly string[];
      }
    >
  >;
}

/** The parts of a lock file that are read. */
export interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const failed = (text: string): Verdict => ({ state: 'failed', text });
const passed = (text: string): Verdict => ({ state: 'passed', text });
// An address that a registry's message ends with says nothing more.
const withoutAddress = (text: string): string => text.replace(/\s+-?\s*\S*\s*https?:\/\/\S+/g, '');

function parseReport(output: string): AuditReport {
  try {
    return JSON.parse(output) as AuditReport;
  } catch {
    return {};
  }
}

/** Reads what `npm audit --json` printed for the whole lock file, and keeps what concerns the packages that are built in. */
export function judgeAudit(output: string, packages: readonly BuiltIn[], lock: Lock): Verdict {
  const { auditReportVersion, vulnerabilities, message, error } = parseReport(output);
  if (auditReportVersion === undefined || vulnerabilities === undefined) {
    const reason = withoutAddress(message ?? error?.summary ?? '').trim();
    return { state: 'not run', text: reason === '' ? 'the registry gave no report' : reason };
  }
  const found = packages.flatMap(({ name, version }) => {
    const { via = [], nodes = [] } = vulnerabilities[name] ?? {};
    if (!nodes.some((path) => lock.packages[path]?.version === version)) return [];
    return via.flatMap((advisory) =>
      typeof advisory === 'string' ? [] : [`${name}@${version}: ${advisory.title} (${advisory.url})`],
    );
  });
  return found.length === 0
    ? passed(`no advisory against ${packages.length} packages that are built in`)
    : failed(`a patch release is due: ${found.join('; ')}`);
}

/** Checks a lock file with lockfile-lint: each package with a sha512, and from npm's registry where the file names one. */
export function lintLockFile(path: string): Verdict {
  const cli = createRequire(import.meta.url).resolve('lockfile-lint/bin/lockfile-lint.js');
  const rules = [
    '--validate-https',
    '--validate-integrity',
    '--validate-package-names',
    '--allowed-hosts',
    'npm',
  ];
  const args = [cli, '--path', path, '--type', 'npm', '--format', 'plain', ...rules];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return status === 0
    ? passed('each package has a sha512, and no foreign source')
    : failed(`${stdout}${stderr}`.trim());
}

/** Says whether installing the package would run a script. */
export function judgeScripts(scripts: Readonly<Record<string, string>>): Verdict {
  const run = ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) =>
    Object.hasOwn(scripts, name),
  );
  return run.length === 0 ? passed('none runs when the package is installed') : failed(run.join(', '));
}

function judgeLicences(bom: Bom): Verdict {
  try {
    const counts = Object.entries(Object.groupBy(readBuiltIn(bom), ({ licence }) => licence));
    return passed(counts.map(([licence, of = []]) => `${of.length} ${licence}`).join(', '));
  } catch (error) {
    return failed(String(error));
  }
}

function audit(packages: readonly BuiltIn[], lock: Lock): Verdict {
  const args = ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=30000'];
  const shell = process.platform === 'win32';
  const { stdout } = spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell });
  return judgeAudit(stdout, packages, lock);
}

if (import.meta.main) {
  const read = (file: string): unknown => JSON.parse(readFileSync(root + file, 'utf8'));
  const bom = read('bom.cdx.json') as Bom;
  const { scripts } = read('package.json') as { scripts: Record<string, string> };
  const licences = judgeLicences(bom);
  const verdicts = {
    'lock file': lintLockFile('package-lock.json'),
    licences,
    'install scripts': judgeScripts(scripts),
    advisories:
      licences.state === 'passed'
        ? audit(readBuiltIn(bom), read('package-lock.json') as Lock)
        : ({ state: 'not run', text: 'the list of what is built in is not good' } as const),
  } satisfies Record<string, Verdict>;
  for (const [name, { state, text }] of Object.entries(verdicts))
    console.log(`${state.padEnd(7)} ${name}: ${text}`);
  const bad = Object.values(verdicts).filter(
    ({ state }) => state === 'failed' || (state === 'not run' && process.argv.includes('--require-audit')),
  );
  process.exitCode = bad.length === 0 ? 0 : 1;
}
