import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import type { Options } from 'tsup';

const core = fileURLToPath(new URL('../src/core.ts', import.meta.url));
const members = new Set([
  core,
  ...Array.from(readFileSync(core, 'utf8').matchAll(/ from '(.+)';/g), ([, path = '']) =>
    resolve(dirname(core), path),
  ),
]);

/**
 * Keeps the modules that src/core.ts lists in one file: an import of one of them from elsewhere becomes an import of `#core`. Left alone, the bundler makes one
 * small file for each set of entries that share a module, and reading them takes longer than running them.
 */
export const coreFile: Plugin = {
  name: 'core-file',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, importer, kind }) =>
      members.has(resolve(dirname(importer), path)) && !members.has(importer) && kind === 'import-statement'
        ? { path: '#core', external: true, sideEffects: false }
        : undefined,
    );
  },
};

/** Takes out imports that name nothing. The bundler writes them to keep an order of side effects, which no module of ours has; each costs the reading of a file. */
export const noEmptyImports: NonNullable<Options['plugins']>[number] = {
  name: 'no-empty-imports',
  renderChunk: (code) => ({ code: code.replace(/^import "\.[^"]*\/chunk-\w+\.c?js";\n/gm, '') }),
};
