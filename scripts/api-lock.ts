/**
 * The public types of each entry as text, in api/: what users compile against, so that no change of it goes unseen. `npm run api` writes the files from
 * the built declarations; with `--check` it compares, and asks for a changeset where they differ from those of the main branch.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type IConfigFile,
} from '@microsoft/api-extractor';
import manifest from '../package.json' with { type: 'json' };

/** Entries whose exports are `@beta`: outside semver until people have used them. docs/versions.md says so; an entry may be here before it exists. */
export const betaEntries: readonly string[] = [
  'bot',
  'bot-text',
  'consent',
  'conversations',
  'statistics',
  'campaigns',
  'bullmq',
  'postgres',
  'infobip',
  'otel',
  'desk',
];

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each entry by the name of its file in api/, and its built declarations. */
export const apiEntries: readonly (readonly [name: string, declarations: string])[] = Object.entries(
  manifest.exports,
).flatMap(([path, target]) =>
  typeof target === 'string'
    ? []
    : [
        [
          path === '.' ? 'wabakit' : path.slice(2).replaceAll('/', '-'),
          join(root, target.import.types),
        ] as const,
      ],
);

const off = { default: { logLevel: ExtractorLogLevel.None } };

function configure(name: string, declarations: string, folder: string): ExtractorConfig {
  const configObject: IConfigFile = {
    projectFolder: root,
    mainEntryPointFilePath: declarations,
    compiler: {
      overrideTsconfig: {
        compilerOptions: {
          strict: true,
          target: 'es2023',
          module: 'nodenext',
          lib: ['es2023', 'dom', 'dom.iterable'],
          types: ['node'],
          skipLibCheck: true,
        },
        files: apiEntries.map(([, file]) => file),
      },
    },
    apiReport: {
      enabled: true,
      includeForgottenExports: true,
      reportFileName: `${name}.api.md`,
      reportFolder: join(root, 'api'),
      reportTempFolder: folder,
    },
    newlineKind: 'lf',
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: {
      compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
      extractorMessageReporting: off,
      tsdocMessageReporting: off,
    },
  };
  return ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
  });
}

/** Returns the names of the entries whose report is not the one in api/, and writes it there if asked to. Throws if a declaration does not compile. */
export function compareApi(write: boolean): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'wabakit-api-'));
  try {
    const configs = apiEntries.map(([name, file]) => [name, configure(name, file, folder)] as const);
    const [first] = configs;
    if (first === undefined) throw new Error('package.json exports no entry.');
    const additionalEntryPoints = apiEntries.map(([, file]) => file);
    const compilerState = CompilerState.create(first[1], { additionalEntryPoints });
    return configs.flatMap(([name, config]) => {
      const errors: string[] = [];
      const { apiReportChanged } = Extractor.invoke(config, {
        compilerState,
        localBuild: write,
        messageCallback: (message) => {
          message.handled = true;
          if (message.logLevel === ExtractorLogLevel.Error) errors.push(message.text);
        },
      });
      if (errors.length > 0) throw new Error(`The declarations of ${name}: ${errors.join('\n')}`);
      return apiReportChanged ? [name] : [];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Says what is wrong with a change: `changed` and `untracked` are the paths that differ from the main branch. `undefined`: nothing. */
export function missingChangeset(changed: readonly string[]): string | undefined {
  const reports = changed.filter((file) => /^api\/.+\.api\.md$/.test(file));
  const hasChangeset = changed.some((file) => /^\.changeset\/.+\.md$/.test(file));
  if (reports.length === 0 || hasChangeset) return undefined;
  return `The public types differ from those of the main branch, and no changeset says so: ${reports.join(', ')}.
Run \`npx changeset\`: patch where no program can notice, minor for what is new, major where a program may no longer compile (docs/versions.md).`;
}

/** Returns the paths that differ from the point where this branch left the main branch, uncommitted and untracked ones too. */
function changedFiles(): string[] {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const base = git('merge-base', 'HEAD', 'main');
  return [git('diff', '--name-only', base), git('ls-files', '--others', '--exclude-standard')]
    .join('\n')
    .split('\n');
}

/** Returns the exports of a report that are not marked `@beta`. */
export function stableExports(report: string): string[] {
  return [
    ...report.matchAll(/^\/\/ @(\w+).*\n(?:\/\/.*\n)*export (?:declare )?(?:abstract )?\w+ (\w+)/gm),
  ].flatMap(([, tag, name = '']) => (tag === 'beta' ? [] : [name]));
}

/** Returns the report of an entry in api/. */
export const readReport = (name: string): string => readFileSync(join(root, 'api', `${name}.api.md`), 'utf8');

if (import.meta.main) {
  const check = process.argv.includes('--check');
  const different = compareApi(!check);
  const missing = check ? missingChangeset(changedFiles()) : undefined;
  if (check && different.length > 0)
    console.log(`The built declarations are not what api/ says: ${different.join(', ')}.
Run \`npm run api\`, read the difference, and add a changeset: it is what users will have to adapt to.`);
  if (missing !== undefined) console.log(missing);
  if (!check)
    console.log(different.length === 0 ? 'api/ was up to date' : `written: ${different.join(', ')}`);
  process.exitCode = check && (different.length > 0 || missing !== undefined) ? 1 : 0;
}
