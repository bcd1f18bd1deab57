import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const base = fileURLToPath(new URL('../src/base.ts', import.meta.url));

/** The modules that src/base.ts exports, itself, and what only they import. */
const parts = new Set(
  Array.from(readFileSync(base, 'utf8').matchAll(/ from '(.+)';/g), ([, path = '']) =>
    resolve(dirname(base), path),
  ),
);

/**
 * Keeps what every entry needs in one file, `dist/base.js`: an import of one of its modules from elsewhere becomes an import of `#base`. Left alone,
 * the bundler makes one small file for each set of entries that share a module, and loading the root reads 29 files.
 */
export const baseFile: Plugin = {
  name: 'base-file',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, importer, kind }) => {
      const isOutside = importer !== base && !parts.has(importer);
      return isOutside && kind === 'import-statement' && parts.has(resolve(dirname(importer), path))
        ? { path: '#base', external: true, sideEffects: false }
        : undefined;
    });
  },
};
