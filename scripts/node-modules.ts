import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

/** Writes the modules of Node that a built-in library imports by their short name (`stream`) with the scheme (`node:stream`), as every runtime has them. */
export const nodeModules: Plugin = {
  name: 'node-modules',
  setup(build) {
    const names = builtinModules.filter((name) => /^[a-z]/.test(name)).join('|');
    build.onResolve({ filter: new RegExp(`^(?:${names})$`) }, ({ path }) => ({
      path: `node:${path}`,
      external: true,
    }));
  },
};
