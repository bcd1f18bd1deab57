import { validateWorkflow } from '@action-validator/core';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(root + file, 'utf8');
const workflows = globSync('.github/workflows/*.yml', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted();

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Returns what a workflow does that ours must not do. */
function faults(text: string): string[] {
  const { on, permissions, jobs } = parse(text) as Workflow;
  const ofJobs = Object.entries(jobs).flatMap(([name, job]) => {
    const grants = Object.entries(job.permissions ?? {}).filter(([, level]) => level === 'write');
    const usesToken = job.permissions?.['id-token'] === 'write';
    return [
      ...(job.permissions === undefined ? [`${name}: no permissions of its own`] : []),
      ...(job['timeout-minutes'] === undefined ? [`${name}: no timeout`] : []),
      ...(grants.length > 0 && 'pull_request' in on && grants.some(([scope]) => scope !== 'security-events')
        ? [`${name}: may write for a pull request`]
        : []),
      ...(usesToken && job.environment === undefined ? [`${name}: an id token without an environment`] : []),
      ...job.steps.flatMap(({ uses = '', run = '', with: inputs = {} }) => [
        ...(uses.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false
          ? [`${name}: the checkout keeps its credentials`]
          : []),
        ...(/\$\{\{/.test(run) ? [`${name}: a script with an expression in it`] : []),
        ...(usesToken && /npm ci(?!.*--ignore-scripts)/.test(run)
          ? [`${name}: install scripts next to an id token`]
          : []),
      ]),
    ];
  });
  // In the text, because the version stands in a comment.
  const actions = [...text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, action = '']) => action);
  return [
    ...['pull_request_target', 'workflow_run']
      .filter((event) => event in on)
      .map((event) => `runs on ${event}`),
    ...(JSON.stringify(permissions) === '{}' ? [] : ['permissions for every job']),
    ...actions
      .filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))
      .map((action) => `${action}: not pinned`),
    ...(text.includes('secrets.') ? ['a stored secret'] : []),
    ...ofJobs,
  ];
}

describe('the workflows', () => {
  test('default: there are four, and CI runs on every runtime and system', () => {
    expect(workflows.map((path) => path.replace('.github/workflows/', ''))).toEqual([
      'ci.yml',
      'codeql.yml',
      'release.yml',
      'supply-chain.yml',
    ]);
    const { jobs } = parse(read('.github/workflows/ci.yml')) as {
      jobs: Record<string, { strategy: { matrix: object } }>;
    };
    expect(Object.values(jobs).map(({ strategy }) => strategy.matrix)).toEqual([
      { node: [22, 24, 26] },
      { runtime: ['Node 22', 'Node 24', 'Node 26', 'Bun', 'Deno', 'workerd'] },
      { system: ['macos-latest', 'windows-latest'] },
    ]);
  });

  test.each(workflows)('behavior: %s fits the schema of GitHub', (path) => {
    expect(validateWorkflow(read(path))).toEqual({ actionType: 'workflow', errors: [] });
  });

  test.each(workflows)(
    'behavior: %s pins every action by its hash, and grants no more than each job needs',
    (path) => {
      expect(faults(read(path))).toEqual([]);
    },
  );

  test('behavior: an action has one version everywhere', () => {
    const all = workflows.flatMap((path) => [
      ...read(path).matchAll(/uses: ([\w-]+\/[\w-]+)\S*@(\w+) # (\S+)/g),
    ]);
    const versions = Map.groupBy(all, ([, action = '']) => action);
    expect([...versions.keys()].toSorted()).toEqual([
      'actions/checkout',
      'actions/setup-node',
      'changesets/action',
      'github/codeql-action',
    ]);
    expect(
      [...versions.values()].map(
        (uses) => new Set(uses.map(([, , hash, version]) => `${hash} ${version}`)).size,
      ),
    ).toEqual([1, 1, 1, 1]);
  });

  test('behavior: each npm script that a workflow runs exists', () => {
    const scripts = workflows.flatMap((path) =>
      [...read(path).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
    );
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
  });

  test('behavior: only the job that publishes has an id token, and it builds nothing', () => {
    const { jobs } = parse(read('.github/workflows/release.yml')) as Workflow;
    const withToken = Object.entries(jobs).filter(
      ([, { permissions }]) => permissions?.['id-token'] !== undefined,
    );
    expect(withToken.map(([name]) => name)).toEqual(['publish']);
    expect(withToken.flatMap(([, { steps }]) => steps.map(({ run }) => run)).filter(Boolean)).toEqual([
      'npm ci --ignore-scripts',
    ]);
  });
});

test('error: the rules find what is wrong', () => {
  const bad = `
on: { pull_request_target: {}, pull_request: {} }
jobs:
  one:
    steps:
      - uses: actions/checkout@v7
      - run: echo \${{ github.event.pull_request.title }}
  two:
    permissions: { id-token: write, security-events: write }
    timeout-minutes: 5
    steps:
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020
      - run: npm ci
        env: { TOKEN: '\${{ secrets.NPM_TOKEN }}' }
`;
  expect(faults(bad)).toEqual([
    'runs on pull_request_target',
    'permissions for every job',
    'actions/checkout@v7: not pinned',
    'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020: not pinned',
    'a stored secret',
    'one: no permissions of its own',
    'one: no timeout',
    'one: the checkout keeps its credentials',
    'one: a script with an expression in it',
    'two: may write for a pull request',
    'two: an id token without an environment',
    'two: install scripts next to an id token',
  ]);
  expect(validateWorkflow('on: push\njobs: { a: { steps: [] } }').errors).not.toEqual([]);
});

describe('the other files in .github', () => {
  test.each(globSync('.github/ISSUE_TEMPLATE/[!c]*.yml', { cwd: root }))(
    'behavior: %s is a form that GitHub takes',
    (path) => {
      const form = parse(read(path)) as {
        name: string;
        description: string;
        body: { type: string; id?: string; attributes: { label?: string; value?: string } }[];
      };
      expect([typeof form.name, typeof form.description]).toEqual(['string', 'string']);
      const fields = form.body.filter(({ type }) => type !== 'markdown');
      expect(fields.length).toBeGreaterThan(1);
      expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
      expect(
        fields.filter(
          ({ type, id, attributes }) =>
            !['textarea', 'input'].includes(type) || id === undefined || !attributes.label,
        ),
      ).toEqual([]);
      expect(form.body.filter(({ type, attributes }) => type === 'markdown' && !attributes.value)).toEqual(
        [],
      );
    },
  );

  test('behavior: Dependabot looks at the packages and at the actions', () => {
    const { version, updates } = parse(read('.github/dependabot.yml')) as {
      version: number;
      updates: { 'package-ecosystem': string; directory: string; schedule: { interval: string } }[];
    };
    expect(version).toBe(2);
    expect(
      updates.map((update) => [update['package-ecosystem'], update.directory, update.schedule.interval]),
    ).toEqual([
      ['npm', '/', 'weekly'],
      ['github-actions', '/', 'weekly'],
    ]);
  });
});
