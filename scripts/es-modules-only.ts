import type { Plugin } from 'esbuild';

/**
 * Dependencies that are ES modules alone. Node loads them with `require`, but Jest does not before Node 24.9, and older bundlers never do: so
 * the CommonJS build contains them. The ESM build imports them like any other dependency.
 */
export const esModulesOnly: readonly string[] = ['ky', 'file-type'];

/** Leaves these dependencies out of the ESM build. tsup must have them as `noExternal`, or it leaves them out of both. */
export const importEsModules: Plugin = {
  name: 'import-es-modules',
  setup(build) {
    // The format is `esm` for both: tsup turns the modules into CommonJS afterwards.
    if (build.initialOptions.outExtension?.['.js'] === '.cjs') return;
    build.onResolve({ filter: new RegExp(`^(?:${esModulesOnly.join('|')})$`) }, ({ path }) => ({
      path,
      external: true,
    }));
  },
};
