import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { phoneAssets } from '../../scripts/phone-assets.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The command line as one file, so that a test can run it as a process of its own. */
export async function bundleCli(): Promise<{
  readonly file: string;
  readonly folder: string;
  readonly remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'wabakit-cli-'));
  const file = join(folder, 'wabakit.mjs');
  await build({
    entryPoints: [join(root, 'src/cli/main.ts')],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    absWorkingDir: root,
    tsconfig: join(root, 'tsconfig.json'),
    plugins: [phoneAssets],
    external: ['msw'],
    // CommonJS packages within (commander) call require().
    banner: {
      js: `import { createRequire as requireFor } from 'node:module'; globalThis.require = requireFor(import.meta.url);`,
    },
  });
  return { file, folder, remove: () => rm(folder, { recursive: true }) };
}
