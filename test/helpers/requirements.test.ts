// @module-tag posix
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRequired, locate, requirementNames, skippedSummary } from './requirements.ts';

const folder = mkdtempSync(join(tmpdir(), 'wabakit-requirements-'));
const path = (name: string): string => join(folder, name);
const nothing = { PATH: path('empty'), WABAKIT_REFERENCE: path('empty'), OS: 'Windows_NT' };
const everything = {
  PATH: [path('empty'), path('programs')].join(delimiter),
  WABAKIT_REFERENCE: path('reference'),
};

beforeAll(() => {
  for (const name of ['empty', 'programs', 'reference', 'plain/redis-server'])
    mkdirSync(path(name), { recursive: true });
  for (const name of ['redis-server', 'chromium-browser'])
    writeFileSync(join(path('programs'), name), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(path('plain/chromium'), 'not executable', { mode: 0o644 });
  writeFileSync(path('reference/meta-openapi-v23.yaml'), 'paths: {}\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('locate', () => {
  const found = (env: Readonly<Record<string, string>>): readonly (string | undefined)[] =>
    requirementNames.map((name) => locate(name, env));

  test('default: the paths of what is there', () => {
    expect(requirementNames).toEqual(['redis', 'chromium', 'reference', 'posix']);
    expect(found(everything)).toEqual([
      path('programs/redis-server'),
      path('programs/chromium-browser'),
      path('reference'),
      '/',
    ]);
  });

  test('behavior: undefined for what is missing, a folder, not executable, or another reference', () => {
    expect(found(nothing)).toEqual([undefined, undefined, undefined, undefined]);
    const other = { PATH: path('plain'), WABAKIT_REFERENCE: path('programs') };
    expect(found({ ...nothing, ...other })).toEqual([undefined, undefined, undefined, undefined]);
    expect(found({ ...nothing, PATH: '' })).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('args: WABAKIT_CHROMIUM goes before PATH, also where it leads nowhere', () => {
    const own = path('programs/redis-server');
    expect(locate('chromium', { ...everything, WABAKIT_CHROMIUM: own })).toBe(own);
    expect(locate('chromium', { ...everything, WABAKIT_CHROMIUM: path('gone') })).toBeUndefined();
  });
});

describe('checkRequired', () => {
  test('default: passes where everything named is there, and where nothing is named', () => {
    expect(() =>
      checkRequired({ ...everything, WABAKIT_REQUIRE: 'redis, chromium,reference' }),
    ).not.toThrow();
    expect(() => checkRequired({ ...nothing, WABAKIT_REQUIRE: '' })).not.toThrow();
    expect(() => checkRequired({ ...nothing, CI: 'true' })).not.toThrow();
  });

  test('error: names each one that is missing or unknown, and what to do', () => {
    expect(() => checkRequired({ ...nothing, WABAKIT_REQUIRE: 'redis,postgress' })).toThrow(
      new Error(
        'WABAKIT_REQUIRE: "redis" is missing. redis-server: apt-get install redis-server\n' +
          'WABAKIT_REQUIRE: "postgress" is not a requirement of these tests. Known: redis, chromium, reference, posix',
      ),
    );
  });
});

describe('skippedSummary', () => {
  test('default: one line for each missing requirement', () => {
    const skipped = [['redis'], ['redis', 'posix'], ['chromium', 'reference'], ['posix'], []];
    expect(skippedSummary(skipped, nothing)).toEqual([
      'skipped: 2 tests need redis-server: apt-get install redis-server',
      'skipped: 1 test needs chromium: apt-get install chromium',
      "skipped: 1 test needs Meta's reference documents: set WABAKIT_REFERENCE to their folder (the project does not contain them)",
      'skipped: 2 tests need a POSIX system: signals, file modes, /dev: run them on Linux or macOS',
    ]);
  });

  test('behavior: a test that was skipped for another reason is not counted', () => {
    expect(skippedSummary([['redis'], ['reference']], everything)).toEqual([]);
  });
});

describe('a run of Vitest', () => {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const fixture = fileURLToPath(new URL('requirements-fixture', import.meta.url));

  function run(env: Readonly<Record<string, string>>) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [vitest, 'run', '--config', 'vitest.config.ts'],
      {
        cwd: fixture,
        encoding: 'utf8',
        env: { NO_COLOR: '1', ...env },
      },
    );
    return { status, stdout, stderr };
  }

  test('default: with nothing it passes, starts no hook of a skipped file, and ends with the summary', () => {
    const { status, stdout } = run({ ...nothing, CI: 'true' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/Test Files +1 passed \| 1 skipped \(2\)/);
    expect(stdout).toMatch(/Tests +1 passed \| 7 skipped \(8\)/);
    expect(stdout).not.toMatch(/hook of|test that needs/);
    expect(stdout.trim().split('\n').slice(-3)).toEqual([
      'skipped: 4 tests need redis-server: apt-get install redis-server',
      'skipped: 2 tests need chromium: apt-get install chromium',
      "skipped: 2 tests need Meta's reference documents: set WABAKIT_REFERENCE to their folder (the project does not contain them)",
    ]);
  });

  test('behavior: with everything it runs all tests and prints no summary', () => {
    const { status, stdout } = run({ ...everything, WABAKIT_REQUIRE: 'redis,chromium,reference' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/Tests +8 passed \(8\)/);
    expect(stdout).toContain('hook of the tagged file');
    expect(stdout).not.toContain('skipped');
  });

  test('error: with a required one missing it fails before any test', () => {
    const { status, stdout, stderr } = run({ ...nothing, WABAKIT_REQUIRE: 'redis' });
    expect(status).toBe(1);
    expect(stderr).toContain(
      'Error: WABAKIT_REQUIRE: "redis" is missing. redis-server: apt-get install redis-server\n',
    );
    expect(stdout).not.toContain('passed');
  });
});
