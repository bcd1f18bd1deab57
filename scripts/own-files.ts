import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

/** The files of the build that hold what many entries need, by the module that lists their parts. */
export const ownFiles = ['base', 'sends'];

const lists = ownFiles.map((name) => {
  const file = fileURLToPath(new URL(`../src/${name}.ts`, import.meta.url));
  const parts = Array.from(readFileSync(file, 'utf8').matchAll(/ from '(.+)';/g), ([, path = '']) =>
    resolve(dirname(file), path),
  );
  return { name, members: new Set([file, ...parts]) };
});

/**
 * Keeps the modules that src/base.ts and src/sends.ts list in one file each: an import of one of them from elsewhere becomes an import of `#base` or
 * `#sends`. Left alone, the bundler makes one small file for each set of entries that share a module, and reading them takes longer than running them.
 */
export const ownFilesPlugin: Plugin = {
  name: 'own-files',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, importer, kind }) => {
      const target = resolve(dirname(importer), path);
      const list = lists.find(({ members }) => members.has(target));
      return list === undefined || list.members.has(importer) || kind !== 'import-statement'
        ? undefined
        : { path: `#${list.name}`, external: true, sideEffects: false };
    });
  },
};
