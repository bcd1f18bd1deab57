/** Runs every check that the main branch must pass, and prints one line each. `node scripts/check.ts types lint` runs some only. */
import { spawnSync } from 'node:child_process';

const checks: Readonly<Record<string, string>> = {
  build: 'tsup --silent',
  types: 'node node_modules/typescript/bin/tsc --noEmit',
  lint: 'eslint . --max-warnings 0',
  imports: 'depcruise src --config .dependency-cruiser.cjs',
  exports: 'knip --no-progress',
  format: 'prettier --check --log-level warn .',
  publint: 'publint --strict',
  attw: 'attw --pack .',
  size: 'size-limit',
  api: 'node scripts/api-lock.ts --check',
  supply: 'node scripts/supply-chain.ts',
  words: 'vitest run test/surface/retired-words.test.ts',
  mute: 'vitest run test/packed/mute-members.test.ts',
  consumers: 'vitest run test/packed/consumers.test.ts',
  docs: 'typedoc --logLevel Warn',
  changesets: 'changeset status',
};

/** Checks whose figures are worth reading when they pass, too. */
const tells: ReadonlySet<string> = new Set(['size', 'supply']);

const wanted = process.argv.slice(2);
let passed = 0;
const failed: string[] = [];
for (const [name, command] of Object.entries(checks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const start = performance.now();
  const run = spawnSync(command, {
    shell: true,
    encoding: 'utf8',
    // The checks that pack the package take what was built once.
    env: { ...process.env, FORCE_COLOR: '0', npm_config_ignore_scripts: 'true' },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (run.status === 0) passed += 1;
  else failed.push(name);
  console.log(
    `${run.status === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(11)} ${seconds.padStart(6)} s   ${command}`,
  );
  if (run.status !== 0 || tells.has(name)) console.log(`${run.stdout}${run.stderr}`);
}
console.log(`${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
