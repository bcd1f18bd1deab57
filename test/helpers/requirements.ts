import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

type Environment = Readonly<Record<string, string | undefined>>;

/** Something that tests need and `npm ci` does not bring. */
interface Requirement {
  /** Its name in the summary: "12 tests need redis-server". */
  readonly label: string;
  /** How to get it. */
  readonly install: string;
  /** Returns its path, or `undefined` where it is missing. */
  readonly locate: (env: Environment) => string | undefined;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const onPath = ({ PATH = '' }: Environment, ...programs: readonly string[]): string | undefined =>
  programs
    .flatMap((program) => PATH.split(delimiter).map((folder) => resolve(folder, program)))
    .find(isExecutable);

/**
 * Everything that some tests need. One row is enough for a new one: its name becomes a tag that marks a test or a suite
 * (`{ tags: ['redis'] }`) or a whole file (`// @module-tag redis`). Where it is missing, what carries the tag is skipped.
 */
const requirements = {
  redis: {
    label: 'redis-server',
    install: 'apt-get install redis-server',
    locate: (env) => onPath(env, 'redis-server'),
  },
  chromium: {
    label: 'chromium',
    install: 'apt-get install chromium',
    locate: (env) => {
      const given = env['WABAKIT_CHROMIUM'];
      if (given === undefined) return onPath(env, 'chromium', 'chromium-browser');
      return isExecutable(given) ? given : undefined;
    },
  },
  reference: {
    label: "Meta's reference documents",
    install: 'set WABAKIT_REFERENCE to their folder (the project does not contain them)',
    locate: (env) => {
      const folder = resolve(root, env['WABAKIT_REFERENCE'] ?? '../shared/reference');
      return existsSync(join(folder, 'meta-openapi-v23.yaml')) ? folder : undefined;
    },
  },
  posix: {
    label: 'a POSIX system: signals, file modes, /dev',
    install: 'run them on Linux or macOS',
    // Windows names itself there.
    locate: (env) => (env['OS'] === 'Windows_NT' ? undefined : '/'),
  },
} as const satisfies Readonly<Record<string, Requirement>>;

export type RequirementName = keyof typeof requirements;

declare module 'vitest' {
  interface TestTags {
    readonly requirement: RequirementName;
  }
}

const isRequirementName = (name: string): name is RequirementName => Object.hasOwn(requirements, name);

export const requirementNames: readonly RequirementName[] =
  Object.keys(requirements).filter(isRequirementName);

/** Returns the path of a requirement, or `undefined` where it is missing. */
export const locate = (name: RequirementName, env: Environment = process.env): string | undefined =>
  requirements[name].locate(env);

/**
 * Returns the path of a requirement.
 *
 * @throws Error if it is missing. Tests that carry its tag never get there.
 */
export function needed(name: RequirementName): string {
  const path = locate(name);
  if (path === undefined)
    throw new Error(`${requirements[name].label} not found: ${requirements[name].install}`);
  return path;
}

/**
 * Checks `WABAKIT_REQUIRE`, a list such as `redis,chromium`: what it names must be there. Nothing else is required, in CI neither.
 *
 * @throws Error if a name is unknown or what it names is missing. One line for each.
 */
export function checkRequired(env: Environment = process.env): void {
  const required = (env['WABAKIT_REQUIRE'] ?? '').split(',').map((name) => name.trim());
  const problems = required.filter(Boolean).flatMap((name) => {
    if (!isRequirementName(name))
      return `"${name}" is not a requirement of these tests. Known: ${requirementNames.join(', ')}`;
    const { label, install } = requirements[name];
    return locate(name, env) === undefined ? `"${name}" is missing. ${label}: ${install}` : [];
  });
  if (problems.length > 0) throw new Error(`WABAKIT_REQUIRE: ${problems.join('\nWABAKIT_REQUIRE: ')}`);
}

/** Returns the tags for Vitest's configuration: each skips what carries it where the requirement is missing. */
export const requirementTags = (): { name: RequirementName; description: string; skip: boolean }[] =>
  requirementNames.map((name) => ({
    name,
    description: `Needs ${requirements[name].label}.`,
    skip: locate(name) === undefined,
  }));

/** Returns one line for each requirement whose absence has skipped tests, from the tags of the skipped tests. */
export function skippedSummary(
  skipped: readonly (readonly string[])[],
  env: Environment = process.env,
): readonly string[] {
  return requirementNames
    .filter((name) => locate(name, env) === undefined)
    .flatMap((name) => {
      const count = skipped.filter((tags) => tags.includes(name)).length;
      const { label, install } = requirements[name];
      if (count === 0) return [];
      return `skipped: ${count} ${count === 1 ? 'test needs' : 'tests need'} ${label}: ${install}`;
    });
}
